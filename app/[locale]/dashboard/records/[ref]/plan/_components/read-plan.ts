import { isScope, PLAN_DEEDS, type PlanDeed, type Scope } from '#features/records/model.ts';
import { toAsciiDigits } from '#features/records/partial-date.ts';
import { type ClockTime, isPlanTimeZone, type PlanTimeZone, readClockTime, SITE_TIME_ZONE } from '#i18n/time-zone.ts';

/** A plan as the address of its page has it. */
export interface AskedPlan {
  deed: PlanDeed;
  scopes: Scope[];
  date: string;
  time: string;
  zone: PlanTimeZone;
  /** What the clock means; `null` where no time is given, or none that there is. */
  clock: ClockTime | null;
}

/** Reads what was asked; digits of three sets are understood. Untrusted. */
export function readPlan(query: Record<string, string | string[] | undefined>): AskedPlan {
  const text = (name: string) => toAsciiDigits([query[name]].flat()[0] ?? '').trim();
  const [date, time, zone] = [text('date'), text('time').slice(0, 5), text('zone')];
  const knownZone = isPlanTimeZone(zone) ? zone : SITE_TIME_ZONE;
  return {
    deed: PLAN_DEEDS.find((deed) => deed === text('deed')) ?? 'release',
    scopes: [query['unit']].flat().filter((scope) => scope !== undefined && isScope(scope)),
    date,
    time,
    zone: knownZone,
    clock: readClockTime(`${date}T${time}`, knownZone),
  };
}
