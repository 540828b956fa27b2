import { INTL_TAG, type Locale } from '#i18n/locales.ts';

const STEPS: readonly (readonly [unit: Intl.RelativeTimeFormatUnit, seconds: number])[] = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['week', 7 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

/** How long ago a moment was, in words. */
export function agoOf(moment: string, { now, locale }: { now: Date; locale: Locale }): string {
  const seconds = Math.max(0, (now.getTime() - Date.parse(moment)) / 1000);
  const [unit, length] = STEPS.find(([, step]) => seconds >= step) ?? ['minute', 60];
  const words = new Intl.RelativeTimeFormat(INTL_TAG[locale], { numeric: 'auto' });
  return words.format(-Math.floor(seconds / length), unit);
}
