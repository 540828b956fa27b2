/** The zone in which a calendar day ends: a partnership that runs to a day is alive until midnight here. */
export const SITE_TIME_ZONE = 'Europe/Berlin';

/**
 * The calendar day of an instant in the site's zone.
 *
 * @returns `YYYY-MM-DD`
 */
export function siteDayOf(instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: SITE_TIME_ZONE }).format(instant);
}
