import { and, asc, eq, isNull } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { record, revision, unit } from '#db/schema/records.ts';
import { describeFields } from '#features/records/describe-fields.ts';
import { kindNamed } from '#features/records/kind.ts';
import { type Content, isKindName, type KindName, KIND_NAMES } from '#features/records/model.ts';
import { replaceReferences } from '#features/records/references.ts';

/** One row of an export; the importer reads it again. */
export interface ExportedRow {
  kind: KindName;
  key: string;
  state: 'draft' | 'published';
  sourceLocale: string;
  facts: Content;
  texts: Record<string, Content>;
}

/**
 * Every record outside the trash in the shape of an import file, what is pointed to first. Of a published record the
 * published units as readers see them, of any other the newest drafts. Records that no import made are named by their
 * short name.
 */
export async function listRows(): Promise<ExportedRow[]> {
  const db = appDb();
  const rows = await db
    .select({
      id: record.id,
      kind: record.kind,
      ref: record.ref,
      importKey: record.importKey,
      sourceLocale: record.sourceLocale,
      scope: unit.scope,
      head: unit.content,
      publishedRev: unit.publishedRev,
      published: revision.content,
    })
    .from(record)
    .innerJoin(unit, eq(unit.recordId, record.id))
    .leftJoin(
      revision,
      and(eq(revision.recordId, unit.recordId), eq(revision.scope, unit.scope), eq(revision.n, unit.publishedRev)),
    )
    .where(isNull(record.deletedAt))
    .orderBy(asc(record.id), asc(unit.scope));
  const keys = new Map(rows.map(({ id, importKey, ref }) => [id, importKey ?? ref]));
  const byRecord = new Map<string, StoredUnit[]>();
  for (const row of rows) byRecord.set(row.id, [...(byRecord.get(row.id) ?? []), row]);
  return [...byRecord.values()]
    .flatMap((units) => toRow(units, keys))
    .toSorted((one, other) => KIND_NAMES.indexOf(one.kind) - KIND_NAMES.indexOf(other.kind));
}

interface StoredUnit {
  id: string;
  kind: string;
  ref: string;
  sourceLocale: string;
  scope: string;
  head: unknown;
  publishedRev: number | null;
  published: unknown;
}

function toRow(units: readonly StoredUnit[], keys: ReadonlyMap<string, string>): ExportedRow[] {
  const facts = units.find(({ scope }) => scope === 'facts');
  if (facts === undefined || !isKindName(facts.kind)) return [];
  const isPublished = facts.publishedRev !== null;
  const contentOf = (one: StoredUnit) => asContent(isPublished ? one.published : one.head);
  const shown = units.filter((one) => !isPublished || one.publishedRev !== null);
  const texts = shown.filter(({ scope }) => scope !== 'facts').map((one) => [one.scope, contentOf(one)] as const);
  const fields = describeFields(kindNamed(facts.kind).facts);
  return [
    {
      kind: facts.kind,
      key: keys.get(facts.id) ?? facts.ref,
      state: isPublished ? 'published' : 'draft',
      sourceLocale: facts.sourceLocale,
      facts: replaceReferences(fields, contentOf(facts), (target) => keys.get(target) ?? null),
      texts: Object.fromEntries(texts),
    },
  ];
}

/** The kernel stores nothing but checked contents in these columns. */
function asContent(stored: unknown): Content {
  return stored as Content;
}
