import { and, eq, inArray, sql } from 'drizzle-orm';
import { recordRef, unit } from '#db/schema/records.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { type FieldProblem, Problem } from '#platform/problem.ts';
import { findPublishProblems } from '../check-content.ts';
import { indexedPath } from '../claims.ts';
import { describeFields } from '../describe-fields.ts';
import { type Kind, kindNamed, type Projected } from '../kind.ts';
import type { RecordRow, UnitRow } from '../model.ts';
import { findReferences } from '../references.ts';
import { listTag, recordTag } from '../tags.ts';
import { moveAddress } from './move-address.ts';
import { projectEvidence } from './project-evidence.ts';

/**
 * Puts the heads of some units before the public: projects each into the typed tables and moves `published_rev` to it.
 * Exactly these units are touched; two languages released at once keep both.
 *
 * @param units - locked; facts first where they are among them
 * @throws Problem `factsUnpublished`: a text of a record whose facts the public cannot see yet
 * @throws Problem `invalid`: what is still missing, by field; `referenceUnpublished`: points to something unpublished
 */
export async function publishUnits(
  context: CommandContext,
  record: RecordRow,
  { units, factsPublished }: { units: readonly UnitRow[]; factsPublished: boolean },
): Promise<void> {
  const kind = kindNamed(record.kind);
  const withFacts = units.some(({ scope }) => scope === 'facts');
  if (!withFacts && !factsPublished) throw new Problem('factsUnpublished');
  refuseUnready(kind, units, siteDayOf(context.now));
  const projected: Projected = { ...record, tx: context.tx, now: context.now };
  const ordered = units.toSorted((one, other) => Number(other.scope === 'facts') - Number(one.scope === 'facts'));
  for (const one of ordered) {
    if (one.scope === 'facts') {
      await refuseUnpublishedReferences(context, kind, one);
      await kind.projectFacts(projected, one.content);
      await projectEvidence(context.tx, record.id, one.content);
      await moveAddress(context, record, { basePath: kind.basePath, slug: one.content['slug'] });
    } else {
      await kind.projectText(projected, one.scope, one.content);
    }
    await markPublished(context, record, one);
  }
  await invalidateRecord(context, record);
}

/** Marks the pages of a record, its lists, and the pages of everything that points to it or that it points to. */
export async function invalidateRecord(context: CommandContext, record: RecordRow): Promise<void> {
  const neighbours = await context.tx
    .select({ recordId: recordRef.recordId, targetId: recordRef.targetId })
    .from(recordRef)
    .where(sql`${recordRef.targetId} = ${record.id} or ${recordRef.recordId} = ${record.id}`);
  const ids = new Set([record.id, ...neighbours.flatMap(({ recordId, targetId }) => [recordId, targetId])]);
  context.invalidate([...[...ids].map((id) => recordTag(id)), listTag(record.kind)]);
}

function refuseUnready(kind: Kind, units: readonly UnitRow[], today: string): void {
  const fields: FieldProblem[] = units.flatMap(({ scope, content }) =>
    findPublishProblems(kind, { scope, content, today }).map((problem) => ({
      ...problem,
      path: `${scope}.${problem.path}`,
    })),
  );
  if (fields.length > 0) throw new Problem('invalid', { fields });
}

async function refuseUnpublishedReferences({ tx }: CommandContext, kind: Kind, facts: UnitRow): Promise<void> {
  const found = findReferences(describeFields(kind.facts), facts.content);
  if (found.length === 0) return;
  const rows = await tx
    .select({ id: unit.recordId, publishedRev: unit.publishedRev })
    .from(unit)
    .where(and(inArray(unit.recordId, [...new Set(found.map(({ target }) => target))]), eq(unit.scope, 'facts')));
  const published = new Set(rows.filter((row) => row.publishedRev !== null).map((row) => row.id));
  const fields = found
    .filter(({ target }) => !published.has(target))
    .map(({ path }) => ({ path: `facts.${indexedPath(facts.content, path)}`, reason: 'referenceUnpublished' }));
  if (fields.length > 0) throw new Problem('referenceUnpublished', { fields });
}

async function markPublished(context: CommandContext, record: RecordRow, one: UnitRow): Promise<void> {
  await context.tx
    .update(unit)
    .set({
      // A planned release may bring an older revision than the newest draft, which then stays a draft.
      state: sql`case when ${unit.headRev} = ${one.headRev} then 'published' else ${unit.state} end`,
      publishedRev: one.headRev,
      version: one.version + 1,
      scheduledFor: null,
      submittedBy: null,
      returnNote: null,
    })
    .where(and(eq(unit.recordId, record.id), eq(unit.scope, one.scope)));
  context.audit({ subjectKind: record.kind, subjectId: record.id, scope: one.scope, revision: one.headRev });
}
