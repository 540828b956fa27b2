import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { record as recordTable } from '#db/schema/records.ts';
import { type CommandContext, defineCommand } from '#features/ledger/define-command.ts';
import { runWithin } from '#features/ledger/run-command.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { LOCALES } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { checkDraft } from '../check-content.ts';
import { findImported, keepImported } from '../internal/imported-units.ts';
import { lockRecord, lockUnitOrPlace } from '../internal/load-record.ts';
import { kindNamed } from '../kind.ts';
import { mergeThreeWay } from '../merge.ts';
import { type Content, KIND_NAMES, NOT_BEGUN, type RecordRow, type Scope, SCOPES } from '../model.ts';
import { sameValue } from '../paths.ts';
import { mayImport } from '../policy.ts';
import { createRecord } from './create-record.ts';
import { publishUnits } from './publish-units.ts';
import { saveUnit } from './save-unit.ts';

const input = z.strictObject({
  kind: z.enum(KIND_NAMES),
  key: z.string().min(1).max(200),
  sourceLocale: z.enum(LOCALES),
  /** Whether what the import brings goes before the public at once. */
  publish: z.boolean(),
  /** The units brought; units that are not named stay as they are. */
  units: z.partialRecord(z.enum(SCOPES), z.unknown()),
});

type Asked = z.infer<typeof input>;

/** What an import did to one record. */
export interface Imported {
  id: string;
  ref: string;
  verdict: 'created' | 'unchanged' | 'updated';
  /** Units that were written but not released, because a person has an unreleased draft there. */
  draftsKept: Scope[];
}

/**
 * Brings one record in under its key: creates it, or merges what changed since the last import into what lies there, so
 * that nothing a person wrote is lost and the same content again changes nothing.
 *
 * @throws Problem `conflict`: a person and the import changed the same paths; `stateRefused`: the record lies in the trash
 * @throws Problem `invalid` with paths that begin with the unit; and whatever creating, saving and releasing refuse
 */
export const importRecord = defineCommand({
  name: 'record.import',
  input,
  load: async ({ tx }, { key }) => {
    const [known] = await tx.select({ id: recordTable.id }).from(recordTable).where(eq(recordTable.importKey, key));
    return { record: known === undefined ? null : await lockRecord(tx, known.id) };
  },
  allow: (actor) => mayImport(actor),
  run: async (context, { record }, asked): Promise<Imported> => {
    if (record === null) return createImported(context, asked);
    if (record.deletedAt !== null) throw new Problem('stateRefused');
    if (record.kind !== asked.kind) throw new Problem('invalid', { fields: [{ path: 'kind', reason: 'keyReused' }] });
    const brought: Brought[] = [];
    for (const scope of scopesOf(asked)) brought.push(await bringUnit(context, record, { scope, asked }));
    const written = brought.filter(({ rev }) => rev !== null);
    const ready = written.filter(({ hadDraft }) => !hadDraft);
    if (asked.publish) await release(context, record.id, ready);
    return {
      id: record.id,
      ref: record.ref,
      verdict: written.length === 0 ? 'unchanged' : 'updated',
      draftsKept: asked.publish ? written.filter(({ hadDraft }) => hadDraft).map(({ scope }) => scope) : [],
    };
  },
});

async function createImported(context: CommandContext, asked: Asked): Promise<Imported> {
  const { kind, key, sourceLocale } = asked;
  const scopes = scopesOf(asked);
  const units = Object.fromEntries(scopes.map((scope) => [scope, checkUnit(context, asked, scope)]));
  const raw = { kind, sourceLocale, importKey: key, units, revisionKind: 'import' };
  const { id, ref } = await runWithin(context, createRecord, raw);
  for (const [scope, content] of Object.entries(units)) {
    await keepImported(context.tx, { recordId: id, scope: asScope(scope), content, at: context.now });
  }
  if (asked.publish) {
    await release(
      context,
      id,
      scopes.map((scope) => ({ scope, rev: 1 })),
    );
  }
  return { id, ref, verdict: 'created', draftsKept: [] };
}

interface Brought {
  scope: Scope;
  /** The revision written; `null` where the import brought nothing new. */
  rev: number | null;
  hadDraft: boolean;
}

async function bringUnit(
  context: CommandContext,
  record: RecordRow,
  { scope, asked }: { scope: Scope; asked: Asked },
): Promise<Brought> {
  const mine = checkUnit(context, asked, scope);
  const base = await findImported(context.tx, record.id, scope);
  const head = await lockUnitOrPlace(context.tx, record.id, scope);
  const hadDraft = head !== null && head.headRev !== head.publishedRev;
  if (base !== null && sameValue(base, mine)) return { scope, rev: null, hadDraft };
  const { content: theirs, headRev: baseRev } = head ?? NOT_BEGUN;
  const { content, conflicts } = mergeThreeWay({ base: base ?? {}, theirs, mine });
  if (conflicts.length > 0) {
    const fields = conflicts.map(({ path }) => ({ path: `${scope}.${path}`, reason: 'changedByPerson' }));
    throw new Problem('conflict', { conflicts, fields });
  }
  await keepImported(context.tx, { recordId: record.id, scope, content: mine, at: context.now });
  const saved = await runWithin(context, saveUnit, { record: record.id, scope, baseRev, content, kind: 'import' });
  return { scope, rev: saved.rev === baseRev ? null : saved.rev, hadDraft };
}

/** @throws Problem `invalid` with paths that begin with the unit */
function checkUnit({ now }: CommandContext, { kind, units }: Asked, scope: Scope): Content {
  try {
    return checkDraft(kindNamed(kind), { scope, content: units[scope], today: siteDayOf(now) });
  } catch (thrown) {
    if (!(thrown instanceof Problem)) throw thrown;
    const fields = thrown.detail.fields?.map(({ path, ...problem }) => ({
      ...problem,
      path: path === scope ? scope : `${scope}.${path}`,
    }));
    throw new Problem(thrown.code, { ...thrown.detail, ...(fields === undefined ? {} : { fields }) });
  }
}

async function release(
  context: CommandContext,
  record: string,
  units: readonly { scope: Scope; rev: number | null }[],
): Promise<void> {
  if (units.length === 0) return;
  await runWithin(context, publishUnits, { record, units });
}

/** Facts first: texts stand on them. */
function scopesOf({ units }: Asked): Scope[] {
  return SCOPES.filter((scope) => units[scope] !== undefined);
}

/** The keys of the object were made by `scopesOf`. */
function asScope(name: string): Scope {
  return name as Scope;
}
