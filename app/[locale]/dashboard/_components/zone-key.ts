import type { PlanTimeZone } from '#i18n/time-zone.ts';

/** The names of the zones among the texts under `Desk.plan.zones`. */
export const ZONE_KEY = {
  'Europe/Berlin': 'berlin',
  'Africa/Casablanca': 'casablanca',
  'Africa/Tunis': 'tunis',
  'Africa/Cairo': 'cairo',
  'Asia/Beirut': 'beirut',
  'Asia/Amman': 'amman',
  'Asia/Baghdad': 'baghdad',
  'Asia/Riyadh': 'riyadh',
  'Asia/Dubai': 'dubai',
  UTC: 'utc',
} as const satisfies Record<PlanTimeZone, string>;
