import { INTL_TAG, type Locale } from './locales.ts';
import { SITE_TIME_ZONE } from './time-zone.ts';

const OPTIONS = {
  moment: { dateStyle: 'long', timeStyle: 'short' },
  appointment: { dateStyle: 'full', timeStyle: 'short' },
  day: { dateStyle: 'long' },
  weekday: { dateStyle: 'full' },
  time: { timeStyle: 'short' },
} as const satisfies Record<string, Intl.DateTimeFormatOptions>;

/** What is said of a moment. */
export type MomentStyle = keyof typeof OPTIONS;

const made = new Map<string, Intl.DateTimeFormat>();

/**
 * A moment in the words of a language and on the clocks of the site: «4 مايو 2023», `4 May 2023`. The formatter of next-intl
 * knows plain `en` only, which writes the month first.
 */
export function momentText(locale: Locale, moment: Date, style: MomentStyle = 'moment'): string {
  return clockText(locale, moment, { style, timeZone: SITE_TIME_ZONE });
}

/** The same on the clocks of any zone. */
export function clockText(
  locale: Locale,
  moment: Date,
  { style, timeZone }: { style: MomentStyle; timeZone: string },
): string {
  const key = `${locale} ${style} ${timeZone}`;
  const format = made.get(key) ?? new Intl.DateTimeFormat(INTL_TAG[locale], { ...OPTIONS[style], timeZone });
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
