import { and, desc, eq, inArray, isNull, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { record, unit } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import type { KindName } from '../model.ts';
import { mayReadDrafts } from '../policy.ts';

/** A record that a field may point to. */
export interface ReferenceOption {
  id: string;
  ref: string;
  kind: KindName;
  /** In the reader's language or the nearest that has one; the short name where none has. */
  title: string;
}

/** A form offers this many records to choose from; others are named by their short name. */
const OPTIONS_MAX = 2000;

/**
 * The records that the fields of a form may point to, by title; those outside the trash, drafts among them.
 *
 * @param chosen - ids that must be among them, whatever their title
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listReferenceOptions(
  actor: Actor,
  { kinds, chosen, locale }: { kinds: readonly KindName[]; chosen: readonly string[]; locale: Locale },
): Promise<ReferenceOption[]> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  if (kinds.length === 0) return [];
  const title = sql<string>`coalesce(${sql.join(
    FALLBACK[locale].map((one) => sql`max(${unit.content} ->> 'title') filter (where ${unit.scope} = ${one})`),
    sql`, `,
  )}, ${record.ref})`;
  const rows = await appDb()
    .select({ id: record.id, ref: record.ref, kind: record.kind, title })
    .from(record)
    .innerJoin(unit, eq(unit.recordId, record.id))
    .where(and(isNull(record.deletedAt), inArray(record.kind, [...kinds])))
    .groupBy(record.id)
    .orderBy(...(chosen.length === 0 ? [] : [desc(inArray(record.id, [...chosen]))]), sql`${title} collate "und-x-icu"`)
    .limit(OPTIONS_MAX);
  return rows.map(({ kind, ...row }) => ({ ...row, kind: asKind(kind) }));
}

/** The kernel writes no other kinds. */
function asKind(stored: string): KindName {
  return stored as KindName;
}
