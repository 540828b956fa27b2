import type { CommandContext } from '#features/ledger/define-command.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { checkDraft } from '../check-content.ts';
import { kindNamed } from '../kind.ts';
import { mergeThreeWay } from '../merge.ts';
import { type Content, type KindName, NOT_BEGUN, type RecordRow, type Scope, type UnitRow } from '../model.ts';
import { sameValue } from '../paths.ts';
import { findImported, type ImportedUnit, keepImported } from './imported-units.ts';
import { lockUnitOrPlace } from './load-record.ts';

/** One unit of a known record on its way in. */
export interface Bringing {
  record: RecordRow;
  scope: Scope;
  content: unknown;
  /** Whether it is to go before readers at once. */
  released: boolean;
}

/** What became of a unit that an import brought. */
export interface Brought {
  scope: Scope;
  headRev: number;
  /** Whether the import brought something new. */
  isWritten: boolean;
  /** Whether readers see something else, or nothing. */
  isUnreleased: boolean;
  /** Whether a person has a draft there, or took the unit away from readers. */
  isHeldBack: boolean;
}

/**
 * Merges what an import brings for a unit into what lies there: what the import changed since last time is taken, what
 * people wrote stays.
 *
 * @param save - the command that saves a unit, inside of this one
 * @throws Problem `conflict`: a person and the import changed the same paths; `invalid` with paths that begin with the unit
 */
export async function bringUnit(
  context: CommandContext,
  { record, scope, content: raw, released }: Bringing,
  save: (raw: object) => Promise<{ rev: number }>,
): Promise<Brought> {
  const mine = checkUnit(context, record.kind, { scope, content: raw });
  const last = await findImported(context.tx, record.id, scope);
  const head = await lockUnitOrPlace(context.tx, record.id, scope);
  const { content: theirs, headRev: baseRev } = head ?? NOT_BEGUN;
  const isHeldBack = head !== null && isPersons(head, mine, last);
  if (last === null || last.released !== released || !sameValue(last.content, mine)) {
    await keepImported(context.tx, { recordId: record.id, scope, content: mine, released, at: context.now });
  }
  const headRev =
    last !== null && sameValue(last.content, mine)
      ? baseRev
      : await withUnitName(scope, async () => {
          const content = mergeOrRefuse({ base: last?.content ?? {}, theirs, mine });
          const { rev } = await save({ record: record.id, scope, baseRev, content, kind: 'import' });
          return rev;
        });
  const isUnreleased = headRev !== (head?.publishedRev ?? null);
  return { scope, headRev, isWritten: headRev !== baseRev, isUnreleased, isHeldBack };
}

/** Whether what lies there is a person's doing: words that no import brought, or a withdrawal of what one had released. */
function isPersons({ content, headRev, publishedRev }: UnitRow, mine: Content, last: ImportedUnit | null): boolean {
  if (headRev === publishedRev) return false;
  if (last?.released === true && publishedRev === null) return true;
  return !sameValue(content, mine) && (last === null || !sameValue(content, last.content));
}

function mergeOrRefuse(sides: { base: Content; theirs: Content; mine: Content }): Content {
  const { content, conflicts } = mergeThreeWay(sides);
  if (conflicts.length === 0) return content;
  throw new Problem('conflict', {
    conflicts,
    fields: conflicts.map(({ path }) => ({ path, reason: 'changedByPerson' })),
  });
}

/** @throws Problem `invalid` with paths that begin with the unit */
export function checkUnit(
  { now }: CommandContext,
  kind: KindName,
  { scope, content }: { scope: Scope; content: unknown },
): Content {
  try {
    return checkDraft(kindNamed(kind), { scope, content, today: siteDayOf(now) });
  } catch (thrown) {
    throw named(scope, thrown);
  }
}

/** Runs a write of one unit, whose refusals shall name the unit as well as the field. */
export async function withUnitName<T>(scope: Scope, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (thrown) {
    throw named(scope, thrown);
  }
}

function named(scope: Scope, thrown: unknown): unknown {
  if (!isProblem(thrown) || thrown.detail.fields === undefined) return thrown;
  const fields = thrown.detail.fields.map((field) => ({
    ...field,
    path: field.path === scope ? scope : `${scope}.${field.path}`,
  }));
  return new Problem(thrown.code, { ...thrown.detail, fields });
}
