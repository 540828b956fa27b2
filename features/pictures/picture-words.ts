import { createTranslator } from 'use-intl/core';
import { loadMessages } from '#i18n/load-messages.ts';
import type { Locale } from '#i18n/locales.ts';

/** The words of the interface in one language, for what is made outside of a page. */
export type PictureWords = Awaited<ReturnType<typeof readPictureWords>>;

/** The words that pictures are written with. */
export async function readPictureWords(locale: Locale) {
  return { locale, t: createTranslator({ locale, messages: await loadMessages(locale) }) };
}
