import { and, eq, gte, sql } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { revision } from '#db/schema/records.ts';
import { type Actor, personIdOf } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { asContent } from '../internal/load-record.ts';
import { findBroughtPaths } from '../merge.ts';
import type { Scope } from '../model.ts';
import { changedPaths } from '../paths.ts';
import { mayReadDrafts } from '../policy.ts';

/** What somebody's last save or restore did that they may want to take back. */
export type LastStep =
  | {
      kind: 'merge';
      n: number;
      /** The writer's base, and the head that it was merged with. */
      base: number;
      theirs: number;
      /** The names of those who wrote in between. */
      by: string[];
      /** What came along from them, and what of the writer was put beside it. */
      brought: string[];
      own: string[];
    }
  | { kind: 'restore'; n: number; from: number; before: number; paths: string[] };

/**
 * What the newest revision of a unit did, where the actor wrote it and it merged or put something back; in one query.
 *
 * @param headRev - the newest revision
 * @returns `null` where it was a plain save, somebody else's, or the settling of a conflict, about which its writer was asked
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function findLastStep(
  actor: Actor,
  { recordId, scope, headRev }: { recordId: string; scope: Scope; headRev: number },
): Promise<LastStep | null> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const base = sql`(select coalesce(r.base_n, 0) from ${revision} r
    where r.record_id = ${recordId} and r.scope = ${scope} and r.n = ${headRev} and r.kind in ('merge', 'restore'))`;
  const rows = await appDb()
    .select({
      n: revision.n,
      kind: revision.kind,
      baseN: revision.baseN,
      changedPaths: revision.changedPaths,
      authorId: revision.author,
      author: person.name,
      // Of those in between only who wrote them is asked.
      content: sql<unknown>`case when ${revision.n} = ${base} or ${revision.n} >= ${headRev - 1} then ${revision.content} end`,
    })
    .from(revision)
    .leftJoin(person, eq(person.id, revision.author))
    .where(and(eq(revision.recordId, recordId), eq(revision.scope, scope), gte(revision.n, base)))
    .orderBy(revision.n);
  const head = rows.find(({ n }) => n === headRev);
  const before = rows.find(({ n }) => n === headRev - 1);
  if (head === undefined || before === undefined || head.authorId !== personIdOf(actor)) return null;
  const from = head.baseN ?? 0;
  if (head.kind === 'restore') {
    return { kind: 'restore', n: headRev, from, before: before.n, paths: head.changedPaths };
  }
  if (from >= before.n) return null;
  const start = asContent(rows.find(({ n }) => n === from)?.content ?? {});
  const [theirs, merged] = [asContent(before.content), asContent(head.content)];
  const names = rows.filter(({ n }) => n > from && n < headRev).flatMap(({ author }) => author ?? []);
  const brought = findBroughtPaths(start, theirs, merged);
  const own = changedPaths(theirs, merged).filter((path) => !path.includes('#'));
  return { kind: 'merge', n: headRev, base: from, theirs: before.n, by: [...new Set(names)], brought, own };
}
