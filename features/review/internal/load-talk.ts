import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { record, unit } from '#db/schema/records.ts';
import { comment } from '#db/schema/talk.ts';
import type { KindName, Scope } from '#features/records/model.ts';
import type { Locale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';

/** The part of a record that is talked about. */
export interface TalkedUnit {
  recordId: string;
  kind: KindName;
  scope: Scope;
  sourceLocale: Locale;
  headRev: number;
  isTrashed: boolean;
}

/** A comment and what it is about. */
export interface LoadedComment extends TalkedUnit {
  id: string;
  author: string;
  parentId: string | null;
  resolvedAt: Date | null;
}

const unitColumns = {
  recordId: unit.recordId,
  kind: record.kind,
  scope: unit.scope,
  sourceLocale: record.sourceLocale,
  headRev: unit.headRev,
  deletedAt: record.deletedAt,
};

/** A unit that somebody has begun; `null` where there is none. */
export async function loadTalkedUnit(tx: Database, recordId: string, scope: Scope): Promise<TalkedUnit | null> {
  const [row] = await tx
    .select(unitColumns)
    .from(unit)
    .innerJoin(record, eq(record.id, unit.recordId))
    .where(and(eq(unit.recordId, recordId), eq(unit.scope, scope)));
  return row === undefined ? null : asTalked(row);
}

/** A comment, locked so that two people do not settle it at once; `null` where there is none. */
export async function loadComment(tx: Database, id: string): Promise<LoadedComment | null> {
  const [row] = await tx
    .select({
      id: comment.id,
      author: comment.author,
      parentId: comment.parentId,
      resolvedAt: comment.resolvedAt,
      ...unitColumns,
    })
    .from(comment)
    .innerJoin(unit, and(eq(unit.recordId, comment.recordId), eq(unit.scope, comment.scope)))
    .innerJoin(record, eq(record.id, unit.recordId))
    .where(eq(comment.id, id))
    .for('update', { of: comment });
  if (row === undefined) return null;
  const { author, parentId, resolvedAt, ...rest } = row;
  return { id, author, parentId, resolvedAt, ...asTalked(rest) };
}

/**
 * What lies in the trash is not talked about.
 *
 * @throws Problem `stateRefused`
 */
export function refuseTrashed({ isTrashed }: TalkedUnit): void {
  if (isTrashed) throw new Problem('stateRefused');
}

/** The checks on the columns and the kernel's own writes guarantee these values. */
function asTalked({
  deletedAt,
  ...row
}: { kind: string; scope: string; sourceLocale: string; deletedAt: Date | null } & Pick<
  TalkedUnit,
  'headRev' | 'recordId'
>): TalkedUnit {
  return {
    ...row,
    kind: row.kind as KindName,
    scope: row.scope as Scope,
    sourceLocale: row.sourceLocale as Locale,
    isTrashed: deletedAt !== null,
  };
}
