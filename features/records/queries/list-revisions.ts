import { and, desc, eq, lte, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { revision } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { asContent } from '../internal/load-record.ts';
import type { Content, RevisionKind, Scope } from '../model.ts';
import { mayReadDrafts } from '../policy.ts';

/** One entry in the history of a unit. */
export interface ListedRevision {
  n: number;
  kind: RevisionKind;
  createdAt: Date;
  /** `null` for what the product itself wrote. */
  author: string | null;
  changedPaths: string[];
  minor: boolean;
  note: string | null;
  content: Content;
  /** What stood before; an empty content for the first. */
  before: Content;
}

/** How many revisions a page of the history shows. */
export const HISTORY_PAGE_SIZE = 20;

/**
 * The history of a unit, newest first. Autosaves are folded away: what they held is in the save that followed.
 *
 * @param upTo - the newest revision to show
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listRevisions(
  actor: Actor,
  { recordId, scope, upTo }: { recordId: string; scope: Scope; upTo: number },
): Promise<ListedRevision[]> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const rows = await appDb()
    .select({
      n: revision.n,
      kind: revision.kind,
      createdAt: revision.createdAt,
      author: person.name,
      changedPaths: revision.changedPaths,
      minor: revision.minor,
      note: revision.note,
      content: revision.content,
      before: sql<unknown>`coalesce((select earlier.content from ${revision} earlier
        where earlier.record_id = ${revision.recordId} and earlier.scope = ${revision.scope} and earlier.n < ${revision.n}
          and (earlier.kind <> 'autosave')
        order by earlier.n desc limit 1), '{}'::jsonb)`,
    })
    .from(revision)
    .leftJoin(person, eq(person.id, revision.author))
    .where(
      and(
        eq(revision.recordId, recordId),
        eq(revision.scope, scope),
        lte(revision.n, upTo),
        sql`(${revision.kind} <> 'autosave' or ${revision.n} = (select u.head_rev from unit u where u.record_id = ${recordId} and u.scope = ${scope}))`,
      ),
    )
    .orderBy(desc(revision.n))
    .limit(HISTORY_PAGE_SIZE);
  return rows.map((row) => ({
    ...row,
    kind: asKind(row.kind),
    content: asContent(row.content),
    before: asContent(row.before),
  }));
}

/** The check on the column allows no other values. */
function asKind(stored: string): RevisionKind {
  return stored as RevisionKind;
}
