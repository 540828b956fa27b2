import { eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { record, unit } from '#db/schema/records.ts';
import { FALLBACK, isLocale, type Locale } from '#i18n/locales.ts';
import type { About, Part } from '../model.ts';

/** The titles of a record in the languages that have one. */
export type Titles = Partial<Record<Locale, string>>;

/** Selects the titles of the joined record, drafts included: whoever is told may read them. */
export function titlesOf(): SQL<Titles | null> {
  return sql<Titles | null>`(select jsonb_object_agg(named.scope, named.content ->> 'title')
    from ${unit} named where named.record_id = ${record.id} and named.content ? 'title')`;
}

/** The title in the reader's language or the nearest that has one. */
export function titleFor(titles: Titles | null, reader: Locale): About['title'] {
  for (const locale of FALLBACK[reader]) {
    const text = titles?.[locale];
    if (text !== undefined) return { text, locale };
  }
  return null;
}

/** The short name and the titles of a record. */
export async function findTitles(tx: Database, recordId: string): Promise<{ ref: string | null; titles: Titles }> {
  const [row] = await tx.select({ ref: record.ref, titles: titlesOf() }).from(record).where(eq(record.id, recordId));
  return { ref: row?.ref ?? null, titles: row?.titles ?? {} };
}

/** A part by its stored name; anything unknown is none. */
export function partOf(stored: string | null): Part | null {
  if (stored === 'facts') return 'facts';
  return stored !== null && isLocale(stored) ? stored : null;
}
