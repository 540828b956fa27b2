import { eq } from 'drizzle-orm';
import { appDb, rehearse } from '#db/client.ts';
import { record as recordTable } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import { type FieldProblem, isProblem, Problem } from '#platform/problem.ts';
import { findRecord } from '../internal/load-record.ts';
import { type DraftPart, type DraftProjection, projectDraft } from '../internal/project-draft.ts';
import type { KindName } from '../model.ts';
import { mayReadDrafts } from '../policy.ts';
import { findPreviewLink } from './find-preview-link.ts';

/** Who wants to see drafts: somebody on the staff, who names a record, or whoever has a link, which names one. */
export type DraftReader = { actor: Actor; ref: string } | { token: string };

/** A preview: the page, or what is missing before there is one. */
export interface DraftPage<Page> {
  ref: string;
  kind: KindName;
  /** When the link ends; `null` for the staff. */
  endsAt: Date | null;
  page: Page | null;
  parts: DraftPart[];
  missing: FieldProblem[];
}

interface Drawing<Page> {
  now: Date;
  /** Draws the public page; what it asks through `publicDb()` is answered with the drafts. */
  draw: (projection: Pick<DraftProjection, 'kind' | 'slug'>) => Promise<Page>;
}

/**
 * The page of a record as its drafts would stand before readers. Nothing of it is kept: the drafts are written in a
 * transaction that is taken back.
 *
 * @param reader - untrusted
 * @returns `null` where there is no such record, or the link does not work any more
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function findDraftPage<Page>(
  reader: DraftReader,
  { now, draw }: Drawing<Page>,
): Promise<DraftPage<Page> | null> {
  const found = await findAsked(reader, now);
  if (found === null) return null;
  const { endsAt, recordId } = found;
  const record = await findRecord(appDb(), recordId);
  if (record === null || record.deletedAt !== null) return null;
  const { ref, kind } = record;
  try {
    return await rehearse(
      (tx) => projectDraft(tx, record, { now }),
      async (projection) => ({ ref, kind, endsAt, page: await draw(projection), parts: projection.parts, missing: [] }),
    );
  } catch (thrown) {
    if (!isProblem(thrown) || thrown.code !== 'invalid') throw thrown;
    return { ref, kind, endsAt, page: null, parts: [], missing: thrown.detail.fields ?? [] };
  }
}

async function findAsked(reader: DraftReader, now: Date): Promise<{ recordId: string; endsAt: Date | null } | null> {
  if ('token' in reader) {
    const link = await findPreviewLink(reader.token, now);
    return link?.state === 'open' ? link : null;
  }
  if (!mayReadDrafts(reader.actor)) throw new Problem('forbidden');
  const [row] = await appDb().select({ id: recordTable.id }).from(recordTable).where(eq(recordTable.ref, reader.ref));
  return row === undefined ? null : { recordId: row.id, endsAt: null };
}
