import { INTL_TAG, type Locale } from './locales.ts';
import { SITE_TIME_ZONE } from './time-zone.ts';

/** What is said of a moment. */
export type MomentStyle = 'moment' | 'day' | 'weekday' | 'time';

const OPTIONS: Record<MomentStyle, Intl.DateTimeFormatOptions> = {
  moment: { dateStyle: 'long', timeStyle: 'short' },
  day: { dateStyle: 'long' },
  weekday: { dateStyle: 'full' },
  time: { timeStyle: 'short' },
};

const made = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment in the words of a language and on the clocks of the site: «4 مايو 2023», `4 May 2023`. The formatter of next-intl
 * knows plain `en` only, which writes the month first.
 */
export function momentText(locale: Locale, moment: Date, style: MomentStyle = 'moment'): string {
  const key = `${locale} ${style}`;
  const format =
    made.get(key) ?? new Intl.DateTimeFormat(INTL_TAG[locale], { ...OPTIONS[style], timeZone: SITE_TIME_ZONE });
  made.set(key, format);
  return format.format(moment);
}

/**
 * A calendar day in the words of a language.
 *
 * @param day - `YYYY-MM-DD`
 */
export function dayText(locale: Locale, day: string, style: 'day' | 'weekday' = 'day'): string {
  return momentText(locale, new Date(`${day}T12:00:00Z`), style);
}
