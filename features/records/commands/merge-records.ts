import { and, eq, isNull } from 'drizzle-orm';
import { z } from 'zod';
import { address, record as recordTable } from '#db/schema/records.ts';
import { type CommandContext, defineCommand } from '#features/ledger/define-command.ts';
import { personIdOf } from '#features/ledger/model.ts';
import { isLocale } from '#i18n/locales.ts';
import { Problem } from '#platform/problem.ts';
import { kindNamed } from '../kind.ts';
import { findRecord, listUnits, lockUnits } from '../internal/load-record.ts';
import { lockBoth, lockPointing, type PointingRecord, redirectReferences } from '../internal/redirect-references.ts';
import { withdrawUnits } from '../internal/withdraw-units.ts';
import { writeUnit } from '../internal/write-unit.ts';
import type { RecordRow, UnitRow } from '../model.ts';
import { refPath } from '../public-path.ts';
import { mayMerge } from '../policy.ts';

const input = z.strictObject({
  /** The one that is too many. */
  record: z.uuid(),
  /** The one that stays. */
  into: z.uuid(),
  /** The revisions of both facts that the decision was made on. */
  rev: z.coerce.number().int().min(0),
  intoRev: z.coerce.number().int().min(0),
  /** Whether the names of the one become other names of the other, as drafts. */
  takeNames: z.coerce.boolean().optional(),
});

/** Two records of one thing, and whatever points to the one that goes. */
interface Twins {
  record: RecordRow;
  into: RecordRow;
  units: UnitRow[];
  intoUnits: UnitRow[];
  pointing: PointingRecord[];
}

/** What a merge changed. */
export interface Merged {
  ref: string;
  into: string;
  /** The records that point elsewhere now, those before readers among them. */
  redirected: number;
  republished: number;
}

/**
 * Puts one record in the place of another: everything that pointed to the one points to the other, as drafted and before readers,
 * its address leads on, and it goes to the trash.
 *
 * @throws Problem `conflict`: somebody wrote one of the two meanwhile; `stateRefused`: one lies in the trash, or both are one
 * @throws Problem `referenceUnpublished`: readers would be led to something that they cannot see
 * @throws Problem `invalid`: they are not of one kind, or a record that points here does not take the other one; it is named
 */
export const mergeRecords = defineCommand({
  name: 'record.merge',
  input,
  load: async ({ tx }, { record: id, into: intoId }): Promise<Twins | null> => {
    const locked = await lockBoth(tx, [id, intoId]);
    const [record, into] = [await findRecord(tx, id), await findRecord(tx, intoId)];
    if (record === null || into === null || locked.size === 0) return null;
    const units = await lockUnits(tx, id);
    const intoUnits = id === intoId ? units : await lockUnits(tx, intoId);
    return { record, into, units, intoUnits, pointing: await lockPointing(tx, id) };
  },
  allow: (actor) => mayMerge(actor),
  run: async (context, twins, asked): Promise<Merged> => {
    refuseUnfit(twins, asked);
    const { record, into, pointing } = twins;
    const redirection = { from: record.id, to: into.id, note: `${record.ref} → ${into.ref}` };
    let republished = 0;
    for (const one of pointing) republished += Number(await redirectReferences(context, one, redirection));
    if (asked.takeNames === true) await takeNames(context, twins);
    const wasPublic = isPublic(twins.units);
    if (wasPublic) await withdrawUnits(context, record, ['facts']);
    if (wasPublic) await leadAddressOn(context, record, into);
    await context.tx
      .update(recordTable)
      .set({ deletedAt: context.now, deletedBy: personIdOf(context.actor) })
      .where(eq(recordTable.id, record.id));
    const counts = { redirected: pointing.length, republished };
    const detail = { into: into.ref, ...counts };
    context.audit({ subjectKind: record.kind, subjectId: record.id, detail });
    context.audit({ subjectKind: into.kind, subjectId: into.id, detail: { from: record.ref } });
    return { ref: record.ref, into: into.ref, ...counts };
  },
});

function refuseUnfit({ record, into, units, intoUnits }: Twins, { rev, intoRev }: z.infer<typeof input>): void {
  if (record.id === into.id || record.deletedAt !== null || into.deletedAt !== null) throw new Problem('stateRefused');
  if (record.kind !== into.kind) throw new Problem('invalid', { fields: [{ path: 'into', reason: 'kindChanged' }] });
  if (factsRev(units) !== rev || factsRev(intoUnits) !== intoRev) throw new Problem('conflict');
  if (!isPublic(units) || isPublic(intoUnits)) return;
  throw new Problem('referenceUnpublished', {
    fields: [{ path: 'into', reason: 'referenceUnpublished' }],
    blockers: [{ id: into.id, ref: into.ref, kind: into.kind }],
  });
}

function isPublic(units: readonly UnitRow[]): boolean {
  return units.some(({ scope, publishedRev }) => scope === 'facts' && publishedRev !== null);
}

function factsRev(units: readonly UnitRow[]): number {
  return units.find(({ scope }) => scope === 'facts')?.headRev ?? 0;
}

/** The names of the one that goes, language by language, behind those that the other has; as drafts, for somebody to look over. */
async function takeNames(context: CommandContext, { record, into, units }: Twins): Promise<void> {
  if (!('aliases' in kindNamed(into.kind).text.shape)) return;
  for (const head of await listUnits(context.tx, into.id)) {
    const from = units.find(({ scope }) => scope === head.scope);
    if (!isLocale(head.scope) || from === undefined) continue;
    const own = [head.content['title'], ...namesIn(head.content['aliases'])];
    const names = [from.content['title'], ...namesIn(from.content['aliases'])];
    const more = names.filter((name) => typeof name === 'string' && !own.includes(name));
    if (more.length === 0) continue;
    const content = { ...head.content, aliases: [...namesIn(head.content['aliases']), ...more] };
    const note = `${record.ref} → ${into.ref}`;
    await writeUnit(context, {
      record: into,
      scope: head.scope,
      head,
      baseRev: head.headRev,
      content,
      kind: 'merge',
      note,
    });
  }
}

function namesIn(aliases: unknown): unknown[] {
  return Array.isArray(aliases) ? [...new Set<unknown>(aliases)] : [];
}

/** Every address that the one ever had, and its permanent short one, leads to where the other stands, now and after that one moves. */
async function leadAddressOn({ tx, now }: CommandContext, record: RecordRow, into: RecordRow): Promise<void> {
  const [live] = await tx
    .select({ path: address.path })
    .from(address)
    .where(and(eq(address.recordId, into.id), eq(address.state, 'live'), isNull(address.movedTo)));
  if (live === undefined) return;
  await tx
    .update(address)
    .set({ recordId: into.id, state: 'moved', movedTo: live.path, changedAt: now })
    .where(eq(address.recordId, record.id));
  const led = { recordId: into.id, state: 'moved', movedTo: live.path, changedAt: now };
  await tx
    .insert(address)
    .values({ path: refPath(record.ref), ...led })
    .onConflictDoUpdate({ target: address.path, set: led });
}
