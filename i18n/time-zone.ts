/** The zone in which a calendar day ends: a partnership that runs to a day is alive until midnight here. */
export const SITE_TIME_ZONE = 'Europe/Berlin';

/** The zones that a plan may be made in, each with a name in words; the site's comes first. */
export const PLAN_TIME_ZONES = [
  SITE_TIME_ZONE,
  'Africa/Casablanca',
  'Africa/Tunis',
  'Africa/Cairo',
  'Asia/Beirut',
  'Asia/Amman',
  'Asia/Baghdad',
  'Asia/Riyadh',
  'Asia/Dubai',
  'UTC',
] as const;

/** One of those zones. */
export type PlanTimeZone = (typeof PLAN_TIME_ZONES)[number];

/** What a clock on the wall means: one instant, two in the hour that comes twice, or none in the hour that is left out. */
export type ClockTime =
  | { kind: 'once'; at: Date }
  | { kind: 'twice'; first: Date; second: Date }
  | { kind: 'skipped'; next: Date };

/** Whether a string from outside names a zone that plans may be made in. */
export function isPlanTimeZone(value: string): value is PlanTimeZone {
  return PLAN_TIME_ZONES.some((zone) => zone === value);
}

/**
 * The calendar day of an instant in the site's zone.
 *
 * @returns `YYYY-MM-DD`
 */
export function siteDayOf(instant: Date): string {
  return dayIn(SITE_TIME_ZONE, instant);
}

/**
 * The calendar day of an instant in a zone.
 *
 * @returns `YYYY-MM-DD`
 */
export function dayIn(zone: string, instant: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(instant);
}

/**
 * What a clock on the wall in a zone means. Where clocks are put back, an hour comes twice; where they are put forward, one
 * is left out, and `next` is what the clock shows instead.
 *
 * @param local - `YYYY-MM-DDTHH:MM` as a form sends it
 * @returns `null` where the text is no such time
 */
export function readClockTime(local: string, zone: string = SITE_TIME_ZONE): ClockTime | null {
  const asUtc = readAsUtc(local);
  if (asUtc === null) return null;
  // No zone changes its clock twice in two days, so these are the offsets before and after a change.
  const before = offsetMsAt(zone, asUtc - DAY_MS);
  const after = offsetMsAt(zone, asUtc + DAY_MS);
  const found = [...new Set([asUtc - before, asUtc - after])]
    .filter((instant) => instant + offsetMsAt(zone, instant) === asUtc)
    .toSorted((one, other) => one - other);
  const [first, second] = found;
  if (first === undefined) return { kind: 'skipped', next: new Date(asUtc - before) };
  if (second === undefined) return { kind: 'once', at: new Date(first) };
  return { kind: 'twice', first: new Date(first), second: new Date(second) };
}

/**
 * The instant that a clock on the wall in the site's zone shows. An hour that the clock skips is read as the one after.
 *
 * @param local - `YYYY-MM-DDTHH:MM` as a form sends it
 * @returns `null` where the text is no such time
 */
export function instantOf(local: string): Date | null {
  const clock = readClockTime(local);
  if (clock === null) return null;
  if (clock.kind === 'once') return clock.at;
  return clock.kind === 'twice' ? clock.first : clock.next;
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

const DAY_MS = 86_400_000;

/** A clock time read as if the clock stood in UTC; `null` where the text, or the day, is none. */
function readAsUtc(local: string): number | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(local)) return null;
  const read = Date.parse(`${local}:00Z`);
  // The 30th of February is read as a day in March.
  return Number.isNaN(read) || !new Date(read).toISOString().startsWith(local) ? null : read;
}

/** How far the zone's clocks are ahead of UTC at an instant. */
function offsetMsAt(zone: string, instant: number): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' }).format(
    instant,
  );
  return Date.parse(`${shown.replace(' ', 'T')}Z`) - Math.floor(instant / 1000) * 1000;
}
