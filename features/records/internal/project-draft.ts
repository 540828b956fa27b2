import { and, eq, ne } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { address } from '#db/schema/records.ts';
import { LOCALES, type Locale } from '#i18n/locales.ts';
import { type FieldProblem, Problem } from '#platform/problem.ts';
import { describeFields } from '../describe-fields.ts';
import { readableDraft } from '../draft-content.ts';
import { type Kind, kindNamed, type Projected, schemaOf } from '../kind.ts';
import type { Content, KindName, RecordRow, Scope, UnitRow } from '../model.ts';
import { publicPath } from '../public-path.ts';
import { findReferences } from '../references.ts';
import { findRecord, findRevisionContent, listUnits } from './load-record.ts';
import { logRelease } from './log-release.ts';
import { projectEvidence } from './project-evidence.ts';
import { keepPublishedReferences } from './published-references.ts';

/** What a preview shows of one unit: its draft, what readers see already, or nothing. */
export interface DraftPart {
  scope: Scope;
  shown: 'draft' | 'public' | 'nothing';
  /** What is left out of it, or keeps it from being shown. */
  left: FieldProblem[];
}

/** A record as its drafts would stand before readers. */
export interface DraftProjection {
  kind: KindName;
  ref: string;
  slug: string;
  parts: DraftPart[];
}

/** What a record points to may itself point to something that readers do not see yet. */
const DEPTH_MAX = 3;

/**
 * Writes the drafts of a record into the typed tables, within a transaction that is taken back: as a release would, but what
 * is incomplete is left out, and what the record points to is written as well where readers do not see it.
 *
 * @throws Problem `invalid`: what is missing before there is anything to see; paths begin with the unit
 */
export async function projectDraft(
  tx: Database,
  record: RecordRow,
  { now, depth = 0 }: { now: Date; depth?: number },
): Promise<DraftProjection> {
  const kind = kindNamed(record.kind);
  const units = await listUnits(tx, record.id);
  const [projected, factsUnit] = [{ ...record, tx, now }, units.find(({ scope }) => scope === 'facts')];
  if (factsUnit === undefined) throw new Problem('invalid', { fields: [missing('facts')] });
  const facts = await readFacts(tx, { record, kind, unit: factsUnit });
  await projectTargets(tx, { record, kind, facts: facts.content, now, depth });
  await kind.projectFacts(projected, facts.content);
  await projectEvidence(tx, record.id, facts.content);
  await keepPublishedReferences(tx, { recordId: record.id, kind, facts: facts.content });
  await logRelease({ tx, now }, record, { ...factsUnit, content: facts.content });
  const parts = [facts.part];
  for (const locale of LOCALES) {
    const unit = units.find(({ scope }) => scope === locale);
    parts.push(await projectText(projected, { kind, record, locale, unit }));
  }
  const texts = parts.filter(({ scope }) => scope !== 'facts');
  if (texts.every(({ shown }) => shown === 'nothing')) {
    const fields = texts.flatMap(({ left }) => left);
    throw new Problem('invalid', { fields: fields.length > 0 ? fields : [missing(`${record.sourceLocale}.title`)] });
  }
  return { kind: record.kind, ref: record.ref, slug: facts.slug, parts };
}

interface FactsToRead {
  record: RecordRow;
  kind: Kind;
  unit: UnitRow;
}

async function readFacts(
  tx: Database,
  { record, kind, unit }: FactsToRead,
): Promise<{ content: Content; slug: string; part: DraftPart }> {
  const drafted = readableDraft(kind.facts, await withAddress(tx, record, unit.content));
  const left = drafted.left.map((problem) => within('facts', problem));
  const shown = unit.headRev === unit.publishedRev ? 'public' : 'draft';
  if (drafted.content !== null) {
    return { content: drafted.content, slug: slugOf(drafted.content), part: { scope: 'facts', shown, left } };
  }
  const content = await publishedContent(tx, record, unit);
  if (content === null) throw new Problem('invalid', { fields: left });
  return { content, slug: slugOf(content), part: { scope: 'facts', shown: 'public', left } };
}

/** A draft without an address, or with one that leads to another record now, is shown under one that nobody else has. */
async function withAddress(tx: Database, record: RecordRow, draft: Content): Promise<Content> {
  const given = draft['slug'];
  const own = record.ref.toLowerCase();
  if (typeof given !== 'string' || given === '') return { ...draft, slug: own };
  const [taken] = await tx
    .select({ path: address.path })
    .from(address)
    .where(
      and(eq(address.path, publicPath(record.kind, given)), eq(address.state, 'live'), ne(address.recordId, record.id)),
    );
  return taken === undefined ? draft : { ...draft, slug: own };
}

interface TextToProject {
  kind: Kind;
  record: RecordRow;
  locale: Locale;
  unit: UnitRow | undefined;
}

async function projectText(projected: Projected, { kind, record, locale, unit }: TextToProject): Promise<DraftPart> {
  if (unit === undefined) return { scope: locale, shown: 'nothing', left: [] };
  const { content, left: problems } = readableDraft(schemaOf(kind, locale), unit.content);
  const left = problems.map((problem) => within(locale, problem));
  // What readers see already stands in the tables.
  if (content === null) return { scope: locale, shown: unit.publishedRev === null ? 'nothing' : 'public', left };
  await kind.projectText(projected, locale, content);
  await logRelease(projected, record, { ...unit, content });
  return { scope: locale, shown: unit.headRev === unit.publishedRev ? 'public' : 'draft', left };
}

interface Targets {
  record: RecordRow;
  kind: Kind;
  facts: Content;
  now: Date;
  depth: number;
}

/** @throws Problem `invalid`: something that the record points to cannot be shown itself */
async function projectTargets(tx: Database, { record, kind, facts, now, depth }: Targets): Promise<void> {
  for (const { target, path } of findReferences(describeFields(kind.facts), facts)) {
    const units = await listUnits(tx, target);
    const isPublic = units.some(({ scope, publishedRev }) => scope === 'facts' && publishedRev !== null);
    if (isPublic || target === record.id) continue;
    const pointedTo = depth < DEPTH_MAX ? await findRecord(tx, target) : null;
    const isShown = pointedTo !== null && pointedTo.deletedAt === null && (await isShowable(tx, pointedTo));
    if (!isShown) {
      const params = { ref: pointedTo?.ref ?? '' };
      throw new Problem('invalid', { fields: [{ path: `facts.${path}`, reason: 'referenceIncomplete', params }] });
    }
    await projectDraft(tx, pointedTo, { now, depth: depth + 1 });
  }
}

/** Whether there is enough of a record to be shown; nothing is written where there is not. */
async function isShowable(tx: Database, record: RecordRow): Promise<boolean> {
  const kind = kindNamed(record.kind);
  const units = await listUnits(tx, record.id);
  const readable = units.map(({ scope, content }) => {
    const draft = scope === 'facts' ? { slug: record.ref.toLowerCase(), ...content } : content;
    return { scope, isReadable: readableDraft(schemaOf(kind, scope), draft).content !== null };
  });
  const isThere = (isFacts: boolean) => readable.some((one) => (one.scope === 'facts') === isFacts && one.isReadable);
  return isThere(true) && isThere(false);
}

async function publishedContent(tx: Database, record: RecordRow, unit: UnitRow): Promise<Content | null> {
  const { publishedRev: n, scope } = unit;
  return n === null ? null : findRevisionContent(tx, { recordId: record.id, scope, n });
}

/** The schema of facts has an address part; what was read by it is a string. */
function slugOf(facts: Content): string {
  const { slug } = facts;
  return typeof slug === 'string' ? slug : '';
}

function within(scope: Scope, problem: FieldProblem): FieldProblem {
  return { ...problem, path: `${scope}.${problem.path}` };
}

function missing(path: string): FieldProblem {
  return { path, reason: 'required' };
}
