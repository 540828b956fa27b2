import { createTranslator } from 'use-intl/core';
import type { Messages } from '#i18n/load-messages.ts';
import type { Locale } from '#i18n/locales.ts';
import { SITE_TIME_ZONE } from '#i18n/time-zone.ts';
// The browser tests run in plain Node, which wants to be told that these are no programs.
import ar from '#messages/ar.json' with { type: 'json' };
import de from '#messages/de.json' with { type: 'json' };
import en from '#messages/en.json' with { type: 'json' };

const MESSAGES: Record<Locale, Messages> = { ar, de, en };

/** The interface texts of a language, so that a journey finds things by the names that readers see. */
export function textsIn(locale: Locale) {
  return createTranslator({
    locale,
    messages: MESSAGES[locale],
    timeZone: SITE_TIME_ZONE,
    // A text that is missing is a mistake of the test or of the catalogue, never something to look for on a page.
    onError: (error) => {
      throw error;
    },
  });
}

/**
 * One interface text as a reader of that language sees it: `t('ar', 'Common.siteName')`.
 *
 * @throws Error where there is no such text, or its arguments are wrong
 */
export function t(locale: Locale, ...args: Parameters<ReturnType<typeof textsIn>>): string {
  return textsIn(locale)(...args);
}
