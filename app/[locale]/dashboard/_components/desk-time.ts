import type { Locale } from '#i18n/locales.ts';
import { momentText } from '#i18n/moment-text.ts';

/** A moment as the desk writes it, in the site's time zone. */
export function deskTime(locale: Locale, moment: Date): string {
  return momentText(locale, moment);
}
