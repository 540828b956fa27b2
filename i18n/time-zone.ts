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

/**
 * The instant that a clock on the wall in the site's zone shows. An hour that the clock skips is read as the one after.
 *
 * @param local - `YYYY-MM-DDTHH:MM` as a form sends it
 * @returns `null` where the text is no such time
 */
export function instantOf(local: string): Date | null {
  const asUtc = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(local) ? Date.parse(`${local}:00Z`) : Number.NaN;
  if (Number.isNaN(asUtc)) return null;
  const first = asUtc - offsetMsAt(asUtc);
  return new Date(asUtc - offsetMsAt(first));
}

/**
 * The first instant of a calendar day in the site's zone.
 *
 * @param day - `YYYY-MM-DD`
 */
export function startOfSiteDay(day: string): Date {
  const start = instantOf(`${day}T00:00`);
  if (start === null) throw new RangeError(`${day} is no calendar day`);
  return start;
}

/** How far the zone's clocks are ahead of UTC at an instant. */
function offsetMsAt(instant: number): number {
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: SITE_TIME_ZONE,
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant);
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}
