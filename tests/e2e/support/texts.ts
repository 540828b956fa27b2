import { createTranslator } from 'use-intl/core';
import type { Messages } from '#i18n/load-messages.ts';
import type { Locale } from '#i18n/locales.ts';
// The browser tests run in plain Node, which wants to be told that these are no programs.
import ar from '#messages/ar.json' with { type: 'json' };
import de from '#messages/de.json' with { type: 'json' };
import en from '#messages/en.json' with { type: 'json' };

const MESSAGES: Record<Locale, Messages> = { ar, de, en };

/** The interface texts of a language, so that a journey finds things by the names that readers see. */
export function textsIn(locale: Locale) {
  return createTranslator({ locale, messages: MESSAGES[locale] });
}
