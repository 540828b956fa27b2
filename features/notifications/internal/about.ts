import { eq, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { person } from '#db/schema/accounts.ts';
import { record, unit } from '#db/schema/records.ts';
import { notice } from '#db/schema/talk.ts';
import { isLocale } from '#i18n/locales.ts';
import type { ByLocale } from '#i18n/nearest-text.ts';
import type { Part } from '../model.ts';

/** Selects the titles of the joined record, drafts included: whoever is told may read them. */
function titlesOf(): SQL<ByLocale | null> {
  return sql<ByLocale | null>`(select jsonb_object_agg(named.scope, named.content ->> 'title')
    from ${unit} named where named.record_id = ${record.id} and named.content ? 'title')`;
}

/** What is selected of a notice that is joined to whose deed it was and to the record it speaks of. */
export function noticeColumns() {
  return {
    id: notice.id,
    kind: notice.kind,
    scope: notice.scope,
    detail: notice.detail,
    by: person.name,
    ref: record.ref,
    titles: titlesOf(),
  };
}

/** The short name and the titles of a record. */
export async function findTitles(tx: Database, recordId: string): Promise<{ ref: string | null; titles: ByLocale }> {
  const [row] = await tx.select({ ref: record.ref, titles: titlesOf() }).from(record).where(eq(record.id, recordId));
  return { ref: row?.ref ?? null, titles: row?.titles ?? {} };
}

/** A part by its stored name; anything unknown is none. */
export function partOf(stored: string | null): Part | null {
  if (stored === 'facts') return 'facts';
  return stored !== null && isLocale(stored) ? stored : null;
}
