import { and, desc, eq, gte, lte, type SQL, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { revision } from '#db/schema/records.ts';
import type { Actor } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { asContent } from '../internal/load-record.ts';
import { isAside } from '../internal/revision-lines.ts';
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
  /** A text that its writer gave up in a conflict; it never was the newest of the unit. */
  isAside: boolean;
  content: Content;
  /** What stood before; an empty content for the first. */
  before: Content;
}

/** An autosave, which history folds. */
export interface ListedAutosave {
  n: number;
  createdAt: Date;
  author: string | null;
  /** The form in which it was typed, where that is known. */
  session: string | null;
}

/** A page of the history of a unit. */
export interface RevisionPage {
  /** Newest first. */
  revisions: ListedRevision[];
  /** Those between the revisions of the page, newest first. */
  autosaves: ListedAutosave[];
}

/** How many revisions a page of the history shows. */
export const HISTORY_PAGE_SIZE = 20;
/** More autosaves than an hour of typing makes are not listed one by one. */
const AUTOSAVES_MAX = 400;

interface AskedHistory {
  recordId: string;
  scope: Scope;
  /** The newest revision to show. */
  upTo: number;
  /** A field or an item: only what changed something there. */
  path?: string | undefined;
}

/**
 * The history of a unit, newest first, in two queries. An autosave that is the newest of all stands among the revisions.
 *
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listRevisions(actor: Actor, asked: AskedHistory): Promise<RevisionPage> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const revisions = await listSettled(asked);
  return { revisions, autosaves: await listAutosaves(asked, revisions) };
}

async function listSettled(asked: AskedHistory): Promise<ListedRevision[]> {
  const { recordId, scope } = asked;
  const rows = await appDb()
    .select({
      n: revision.n,
      kind: revision.kind,
      createdAt: revision.createdAt,
      author: person.name,
      changedPaths: revision.changedPaths,
      minor: revision.minor,
      note: revision.note,
      isAside: isAside('revision'),
      content: revision.content,
      before: sql<unknown>`coalesce((select earlier.content from ${revision} earlier
        where earlier.record_id = ${revision.recordId} and earlier.scope = ${revision.scope} and earlier.n < ${revision.n}
          and (earlier.kind <> 'autosave') and not ${isAside('earlier')}
        order by earlier.n desc limit 1), '{}'::jsonb)`,
    })
    .from(revision)
    .leftJoin(person, eq(person.id, revision.author))
    .where(
      and(
        within(asked),
        touching(asked.path),
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

async function listAutosaves(asked: AskedHistory, revisions: readonly ListedRevision[]): Promise<ListedAutosave[]> {
  const oldest = revisions.length < HISTORY_PAGE_SIZE ? 0 : (revisions.at(-1)?.n ?? 0);
  const rows = await appDb()
    .select({ n: revision.n, createdAt: revision.createdAt, author: person.name, session: revision.editSession })
    .from(revision)
    .leftJoin(person, eq(person.id, revision.author))
    .where(and(within(asked), touching(asked.path), gte(revision.n, oldest), eq(revision.kind, 'autosave')))
    .orderBy(desc(revision.n))
    .limit(AUTOSAVES_MAX);
  return rows.filter(({ n }) => revisions.every((one) => one.n !== n));
}

function within({ recordId, scope, upTo }: AskedHistory): SQL | undefined {
  return and(eq(revision.recordId, recordId), eq(revision.scope, scope), lte(revision.n, upTo));
}

function touching(path: string | undefined): SQL | undefined {
  if (path === undefined) return undefined;
  return sql`exists (select from unnest(${revision.changedPaths}) changed
    where changed = ${path} or starts_with(changed, ${`${path}.`}))`;
}

/** The check on the column allows no other values. */
function asKind(stored: string): RevisionKind {
  return stored as RevisionKind;
}
