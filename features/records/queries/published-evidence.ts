import { type AnyColumn, eq } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { claim, source } from '#db/schema/evidence.ts';
import { type JsonRow, jsonRows, nested } from '#db/sql/json-rows.ts';

const SOURCE_FIELDS = {
  id: source.id,
  url: source.url,
  publisher: source.publisher,
  title: source.title,
  language: source.language,
  publishedOn: source.publishedOn,
  retrievedOn: source.retrievedOn,
  kind: source.kind,
};

const CLAIM_FIELDS = {
  id: claim.id,
  path: claim.path,
  field: claim.field,
  value: claim.value,
  sourceId: claim.sourceId,
  side: claim.side,
  retrievedOn: claim.retrievedOn,
  checkedOn: claim.checkedOn,
  accepted: claim.accepted,
  note: claim.note,
  noteLanguage: claim.noteLanguage,
};

/** Where a fact comes from, as the page lists it. */
export type PublishedSource = JsonRow<typeof SOURCE_FIELDS>;

/** Who says what of a fact, accepted or not. */
export type PublishedClaim = JsonRow<typeof CLAIM_FIELDS>;

/**
 * The sources and claims of a published record as two values of the query that reads the record; sources in the order in
 * which pages number them.
 *
 * @param recordId - the column that holds the record's id in that query
 */
export function publishedEvidence(db: Database, recordId: AnyColumn) {
  const sources = db
    .select({ value: jsonRows(SOURCE_FIELDS, [source.position]) })
    .from(source)
    .where(eq(source.recordId, recordId));
  const claims = db
    .select({ value: jsonRows(CLAIM_FIELDS, [claim.id]) })
    .from(claim)
    .where(eq(claim.recordId, recordId));
  return { sources: nested(sources), claims: nested(claims) };
}
