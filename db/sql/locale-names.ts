import { type AnyColumn, eq, type SQL, sql } from 'drizzle-orm';
import type { PgTable } from 'drizzle-orm/pg-core';
import type { Database } from '#db/pool.ts';
import type { Locale } from '#i18n/locales.ts';
import { nested } from './json-rows.ts';

/** A table of texts, one row a record and language. */
type TextTable = PgTable & { locale: AnyColumn; title: AnyColumn };

/**
 * The titles of a record in all its published languages as one value, `{"ar": "هامبورغ", "de": "Hamburg"}`; empty where it
 * has none.
 *
 * @param owner - the column of the text table that names the record
 * @param id - the record's id in the query around
 */
export function localeNames(
  db: Database,
  { text, owner, id }: { text: TextTable; owner: AnyColumn; id: AnyColumn },
): SQL<Partial<Record<Locale, string>>> {
  return nested(
    db
      .select({
        value: sql<
          Partial<Record<Locale, string>>
        >`coalesce(${sql`jsonb_object_agg(${text.locale}, ${text.title})`}, '{}'::jsonb)`,
      })
      .from(text)
      .where(eq(owner, id)),
  );
}
