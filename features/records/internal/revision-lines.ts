import { and, eq, gt, isNotNull, type SQL, sql } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { person } from '#db/schema/accounts.ts';
import { revision } from '#db/schema/records.ts';
import type { Scope } from '../model.ts';

/** Those who wrote a unit after a revision, by name. */
export async function listAuthorsSince(
  tx: Database,
  { recordId, scope, n }: { recordId: string; scope: Scope; n: number },
): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ name: person.name })
    .from(revision)
    .innerJoin(person, eq(person.id, revision.author))
    .where(
      and(eq(revision.recordId, recordId), eq(revision.scope, scope), gt(revision.n, n), isNotNull(revision.author)),
    )
    .orderBy(person.name);
  return rows.map(({ name }) => name);
}

/**
 * Whether a revision was kept aside: a text that its writer gave up in a conflict. The one that settles it is made on it, while
 * any other merge is made on something older than what stands before it.
 *
 * @param alias - the name of the table in the statement
 */
export function isAside(alias: 'revision' | 'earlier' | 'r'): SQL<boolean> {
  const name = sql.identifier(alias);
  return sql<boolean>`(${name}.kind = 'merge' and exists (select from ${revision} settling
    where settling.record_id = ${name}.record_id and settling.scope = ${name}.scope and settling.n = ${name}.n + 1
      and settling.kind = 'merge' and settling.base_n = ${name}.n))`;
}
