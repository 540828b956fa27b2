import { and, eq, sql } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { recordRef, unit } from '#db/schema/records.ts';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { type FieldProblem, Problem } from '#platform/problem.ts';
import { findPublishProblems } from '../check-content.ts';
import { findUnknownNotes } from '../claims.ts';
import { type Kind, kindNamed, type Projected } from '../kind.ts';
import type { Content, RecordRow, UnitRow } from '../model.ts';
import { listTag, recordTag } from '../tags.ts';
import { countryTags } from './country-tags.ts';
import { findRevisionContent } from './load-record.ts';
import { logRelease } from './log-release.ts';
import { openAddress } from './move-address.ts';
import { projectEvidence } from './project-evidence.ts';
import { keepPublishedReferences, refuseUnpublishedReferences } from './published-references.ts';
import { refuseTaken } from './refuse-taken.ts';

/**
 * Puts the heads of some units before the public: projects each into the typed tables and moves `published_rev` to it.
 * Exactly these units are touched; two languages released at once keep both.
 *
 * @param units - locked; facts first where they are among them
 * @throws Problem `factsUnpublished`: a text of a record whose facts the public cannot see yet
 * @throws Problem `invalid`: what is still missing, by field; `referenceUnpublished`: points to something unpublished
 * @throws Problem `addressTaken`: another record is published under the address part
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
  await refuseUnknownNotes(context, record, units);
  // What the record pointed to until now shows it on its pages, perhaps for the last time.
  await invalidateRecord(context, record);
  const projected: Projected = { ...record, tx: context.tx, now: context.now };
  const ordered = units.toSorted((one, other) => Number(other.scope === 'facts') - Number(one.scope === 'facts'));
  for (const one of ordered) {
    if (one.scope === 'facts') await projectFacts(kind, projected, one.content);
    else await kind.projectText(projected, one.scope, one.content);
    await logRelease(context, record, one);
    await markPublished(context, record, one);
  }
  await openAddress(context, record, kind.basePath);
  await invalidateRecord(context, record);
}

async function projectFacts(kind: Kind, projected: Projected, facts: Content): Promise<void> {
  const { tx, id } = projected;
  await refuseUnpublishedReferences(tx, kind, facts);
  await refuseTaken('facts.slug', () => kind.projectFacts(projected, facts));
  await projectEvidence(tx, id, facts);
  await keepPublishedReferences(tx, { recordId: id, kind, facts });
}

/**
 * Marks the pages of a record, its lists, the pages of everything that points to it or that it points to, and those of the
 * countries that show it.
 */
export async function invalidateRecord(context: CommandContext, record: RecordRow): Promise<void> {
  const neighbours = await context.tx
    .select({ recordId: recordRef.recordId, targetId: recordRef.targetId })
    .from(recordRef)
    .where(sql`${recordRef.targetId} = ${record.id} or ${recordRef.recordId} = ${record.id}`);
  const ids = new Set([record.id, ...neighbours.flatMap(({ recordId, targetId }) => [recordId, targetId])]);
  const countries = await countryTags(context.tx, record);
  context.invalidate([...[...ids].map((id) => recordTag(id)), listTag(record.kind), ...countries]);
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

/** The words for a reader and the sources behind them go together, or come after them. */
async function refuseUnknownNotes({ tx }: CommandContext, { id }: RecordRow, units: readonly UnitRow[]): Promise<void> {
  const facts = units.find(({ scope }) => scope === 'facts')?.content ?? (await publishedFacts(tx, id));
  const fields = units
    .filter(({ scope }) => scope !== 'facts')
    .flatMap(({ scope, content }) =>
      findUnknownNotes(content, facts).map((problem) => ({ ...problem, path: `${scope}.${problem.path}` })),
    );
  if (fields.length > 0) throw new Problem('invalid', { fields });
}

async function publishedFacts(tx: Database, recordId: string): Promise<Content> {
  const [row] = await tx
    .select({ n: unit.publishedRev })
    .from(unit)
    .where(and(eq(unit.recordId, recordId), eq(unit.scope, 'facts')));
  if (row === undefined || row.n === null) return {};
  return (await findRevisionContent(tx, { recordId, scope: 'facts', n: row.n })) ?? {};
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
      // What was asked of somebody is done with the draft that goes before readers.
      assignee: sql`case when ${unit.headRev} = ${one.headRev} then null else ${unit.assignee} end`,
      dueOn: sql`case when ${unit.headRev} = ${one.headRev} then null else ${unit.dueOn} end`,
    })
    .where(and(eq(unit.recordId, record.id), eq(unit.scope, one.scope)));
  context.audit({ subjectKind: record.kind, subjectId: record.id, scope: one.scope, revision: one.headRev });
}
