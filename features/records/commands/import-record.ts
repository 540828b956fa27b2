import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { record as recordTable } from '#db/schema/records.ts';
import { type CommandContext, defineCommand } from '#features/ledger/define-command.ts';
import { runWithin } from '#features/ledger/run-command.ts';
import { LOCALES } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { importKey } from '../fields.ts';
import { type Brought, bringUnit, checkUnit, withUnitName } from '../internal/bring-unit.ts';
import { keepImported } from '../internal/imported-units.ts';
import { isPublished } from '../internal/is-published.ts';
import { lockRecord } from '../internal/load-record.ts';
import { KIND_NAMES, type RecordRow, type Scope, SCOPES, scopesFrom } from '../model.ts';
import { mayImport } from '../policy.ts';
import { createRecord } from './create-record.ts';
import { publishUnits } from './publish-units.ts';
import { saveUnit } from './save-unit.ts';

const input = z.strictObject({
  kind: z.enum(KIND_NAMES),
  key: importKey,
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
  /** Units that were not released, because a person has an unreleased draft there or withdrew them. */
  draftsKept: Scope[];
}

/**
 * Brings one record in under its key: creates it, or merges what changed since the last import into what lies there, so
 * that nothing a person wrote is lost and the same content again changes nothing. What a person withdrew stays withdrawn.
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
  allow: (actor, _subject, { publish }) => mayImport(actor, publish),
  run: async (context, { record }, asked): Promise<Imported> => {
    if (record === null) return createImported(context, asked);
    refuseOther(record, asked);
    const save = (raw: object) => runWithin(context, saveUnit, raw);
    const brought: Brought[] = [];
    for (const scope of scopesOf(asked, record.sourceLocale)) {
      brought.push(
        await bringUnit(context, { record, scope, content: asked.units[scope], released: asked.publish }, save),
      );
    }
    const ready = asked.publish ? await readyOf(context, record, brought) : [];
    await release(context, record.id, ready);
    const hasNews = ready.length > 0 || brought.some(({ isWritten }) => isWritten);
    const kept = brought.filter((one) => asked.publish && one.isUnreleased && !ready.includes(one));
    return {
      id: record.id,
      ref: record.ref,
      verdict: hasNews ? 'updated' : 'unchanged',
      draftsKept: kept.filter(({ isWritten }) => isWritten).map(({ scope }) => scope),
    };
  },
});

/** @throws Problem `stateRefused`: the record lies in the trash; `invalid`: the key is that of another kind of record */
function refuseOther(record: RecordRow, { kind }: Asked): void {
  if (record.deletedAt !== null) {
    const { ref } = record;
    throw new Problem('stateRefused', { fields: [{ path: 'key', reason: 'referenceTrashed', params: { ref } }] });
  }
  if (record.kind !== kind) throw new Problem('invalid', { fields: [{ path: 'kind', reason: 'kindChanged' }] });
}

async function createImported(context: CommandContext, asked: Asked): Promise<Imported> {
  const { kind, key, sourceLocale, publish: released } = asked;
  const scopes = scopesOf(asked, sourceLocale);
  if (released && scopes.every((scope) => scope === 'facts')) {
    throw new Problem('invalid', { fields: [{ path: 'texts', reason: 'required' }] });
  }
  const units = scopes.map(
    (scope) => [scope, checkUnit(context, kind, { scope, content: asked.units[scope] })] as const,
  );
  const raw = { kind, sourceLocale, importKey: key, units: Object.fromEntries(units), revisionKind: 'import' };
  const { id, ref } = await withUnitName('facts', () => runWithin(context, createRecord, raw));
  for (const [scope, content] of units) {
    await keepImported(context.tx, { recordId: id, scope, content, released, at: context.now });
  }
  const firsts = scopes.map((scope) => ({ scope, headRev: 1 }));
  if (released) await release(context, id, firsts);
  return { id, ref, verdict: 'created', draftsKept: [] };
}

/** What may go before readers; no text does while the facts it stands on stay back. */
async function readyOf({ tx }: CommandContext, record: RecordRow, brought: readonly Brought[]): Promise<Brought[]> {
  const ready = brought.filter(({ isUnreleased, isHeldBack }) => isUnreleased && !isHeldBack);
  const standsOnFacts = ready.some(({ scope }) => scope === 'facts') || (await isPublished(tx, record.id));
  return standsOnFacts ? ready : [];
}

async function release(
  context: CommandContext,
  record: string,
  units: readonly { scope: Scope; headRev: number }[],
): Promise<void> {
  if (units.length === 0) return;
  const asked = { record, units: units.map(({ scope, headRev }) => ({ scope, rev: headRev })) };
  const subject = await publishUnits.load(context, asked);
  if (subject === null) throw new Problem('notFound');
  // Whether the actor may release an import was asked at the start; four eyes are for what people write here.
  await publishUnits.run(context, subject, asked);
}

/** What texts are made from comes before them. */
function scopesOf({ units }: Asked, sourceLocale: RecordRow['sourceLocale']): Scope[] {
  return scopesFrom(sourceLocale).filter((scope) => units[scope] !== undefined);
}
