import { type AnyColumn, type SQL, sql } from 'drizzle-orm';
import type { Locale } from '#i18n/locales.ts';

/** Named, since the database's own order is that of code points: it would put بوسان after القاهرة. */
const COLLATION: Record<Locale, SQL> = {
  ar: sql.raw('"ar-x-icu"'),
  de: sql.raw('"de-x-icu"'),
  en: sql.raw('"en-x-icu"'),
};

/** A text in the alphabetical order of a language. */
export function collated(text: AnyColumn | SQL | SQL.Aliased, locale: Locale): SQL {
  return sql`${text} collate ${COLLATION[locale]}`;
}
