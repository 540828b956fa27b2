import { isScope, type Scope } from '#features/records/model.ts';
import type { Locale } from '#i18n/locales.ts';

/** The unit that an address asks for; without a word the text in the reader's language. */
export function readScope(asked: string | string[] | undefined, locale: Locale): Scope {
  return typeof asked === 'string' && isScope(asked) ? asked : locale;
}
