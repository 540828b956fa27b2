import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import type { Locale } from '#i18n/locales.ts';
import { collated } from './collated.ts';

/**
 * Titles in the alphabetical order of a language, for texts that keep no sort key: an Arabic one without its leading article,
 * as `sortKeyOf` of the records would give it.
 *
 * @param text - the title and the column that names its language
 */
export function inAlphabet(
  text: { title: AnyColumn | SQL.Aliased; locale: AnyColumn | SQL.Aliased },
  reader: Locale,
): SQL {
  const bare = sql`case when ${text.locale} = 'ar' then regexp_replace(${text.title}, '^ال(?=..)', '') else ${text.title} end`;
  return collated(bare, reader);
}
