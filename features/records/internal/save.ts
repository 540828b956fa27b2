import { z } from 'zod';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { Problem } from '#platform/problem.ts';
import { checkDraft } from '../check-content.ts';
import { remark } from '../fields.ts';
import { kindNamed } from '../kind.ts';
import { mergeThreeWay, settle } from '../merge.ts';
import { type Content, NOT_BEGUN, type RecordRow, type RevisionKind, SCOPES, type UnitRow } from '../model.ts';
import { findRevisionContent } from './load-record.ts';
import { resolveNames } from './resolve-names.ts';
import { changedPaths } from '../paths.ts';
import { standAsPublished } from './stand-as-published.ts';
import { type NewRevision, writeUnit } from './write-unit.ts';

/** What a posted or autosaved unit carries. */
export const saveInput = z.strictObject({
  record: z.uuid(),
  scope: z.enum(SCOPES),
  /** The revision the writer started from; 0 for a unit that nobody had begun. */
  baseRev: z.coerce.number().int().min(0),
  content: z.unknown(),
  /** Translations stay valid: a recorded decision with its reason. */
  minor: z.coerce.boolean().optional(),
  note: remark(500).optional(),
  session: remark(60).optional(),
  /** After a conflict: whose value the writer chose, by path. It counts for the head that the writer was shown. */
  choices: z.record(z.string().max(300), z.enum(['mine', 'theirs'])).optional(),
  against: z.coerce.number().int().positive().optional(),
});

/** What a save answers: where the unit stands now, and which of the writer's paths were merged onto newer work. */
export interface Saved {
  version: number;
  rev: number;
  merged: string[];
  /** Paths that somebody else had changed meanwhile and that now stand beside the writer's. */
  theirs: boolean;
}

/** Everything a save needs to know beside what was loaded. */
type Asked = z.infer<typeof saveInput> & { kind: RevisionKind };

/**
 * Writes a unit on top of the head, or merges it with what came in between.
 *
 * @throws Problem as the command `saveUnit`
 */
export async function save(
  context: CommandContext,
  { record, head }: { record: RecordRow; head: UnitRow | null },
  asked: Asked,
): Promise<Saved> {
  if (record.deletedAt !== null) throw new Problem('stateRefused');
  const { scope, baseRev } = asked;
  const kind = kindNamed(record.kind);
  const named = scope === 'facts' ? await resolveNames(context.tx, kind, asked.content) : asked.content;
  const mine = checkDraft(kind, { scope, content: named, today: siteDayOf(context.now) });
  const next = {
    record,
    scope,
    head,
    baseRev,
    kind: asked.kind,
    minor: asked.minor ?? false,
    note: asked.note ?? null,
    session: asked.session ?? null,
  };
  if ((head?.headRev ?? 0) === baseRev) {
    return { ...(await writeOnHead(context, { ...next, content: mine })), merged: [], theirs: false };
  }
  const { content, merged } = await mergeOnto(context, { record, head, mine }, asked);
  const written = await writeUnit(context, { ...next, kind: asked.kind === 'save' ? 'merge' : asked.kind, content });
  return { version: written.version, rev: written.rev, merged, theirs: true };
}

async function writeOnHead(context: CommandContext, next: NewRevision): Promise<Pick<Saved, 'version' | 'rev'>> {
  const { record, scope, head, content, kind } = next;
  const isTakenBack = head !== null && (await saysWhatReadersSee(context, head, content));
  const { version, rev } = await writeUnit(context, { ...next, kind: isTakenBack ? 'discard' : kind });
  if (isTakenBack) await standAsPublished(context, { recordId: record.id, scope, rev });
  return { version, rev };
}

/** Whether somebody has a draft beside what readers see, and now writes what readers see: then there is no draft any more. */
async function saysWhatReadersSee({ tx }: CommandContext, head: UnitRow, mine: Content): Promise<boolean> {
  const { recordId, scope, headRev, publishedRev } = head;
  if (publishedRev === null || publishedRev === headRev) return false;
  const published = await findRevisionContent(tx, { recordId, scope, n: publishedRev });
  return published !== null && changedPaths(published, mine).length === 0;
}

interface Meeting {
  record: RecordRow;
  head: UnitRow | null;
  mine: Content;
}

/** @throws Problem `conflict`: paths that both changed and on which the writer has not chosen yet */
async function mergeOnto({ tx }: CommandContext, { record, head, mine }: Meeting, asked: Asked) {
  const { scope, baseRev, against, choices = {} } = asked;
  const base = baseRev === 0 ? {} : await findRevisionContent(tx, { recordId: record.id, scope, n: baseRev });
  if (base === null) throw new Problem('invalid', { fields: [{ path: 'baseRev', reason: 'unknownReference' }] });
  const { content: theirs, headRev, version } = head ?? NOT_BEGUN;
  const merge = mergeThreeWay({ base, theirs, mine });
  const open = merge.conflicts.filter(({ path }) => against !== headRev || choices[path] === undefined);
  if (open.length > 0) {
    throw new Problem('conflict', { conflicts: merge.conflicts, current: { version, headRev } });
  }
  return { content: settle(merge, choices), merged: merge.merged };
}
