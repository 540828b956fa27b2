import { z } from 'zod';
import type { CommandContext } from '#features/ledger/define-command.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { Problem } from '#platform/problem.ts';
import { checkDraft } from '../check-content.ts';
import { remark } from '../fields.ts';
import { kindNamed } from '../kind.ts';
import { mergeThreeWay, settle } from '../merge.ts';
import { changedPaths, flatten, sameValue } from '../paths.ts';
import { type Content, NOT_BEGUN, type RecordRow, type RevisionKind, SCOPES, type UnitRow } from '../model.ts';
import { findRevisionContent } from './load-record.ts';
import type { RecordHead } from './load-unit.ts';
import { resolveNames } from './resolve-names.ts';
import { listAuthorsSince } from './revision-lines.ts';
import { settleHeadOfOthers } from './settle-head.ts';
import { standAsPublished } from './stand-as-published.ts';
import { keepAside, type NewRevision, writeUnit } from './write-unit.ts';

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
  choices: z.record(z.string().max(300), z.enum(['mine', 'theirs', 'edit'])).optional(),
  /** The third values that were chosen, by path. */
  edits: z.record(z.string().max(300), z.unknown()).optional(),
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
 * Writes a unit on top of the head, or merges it with what came in between. What somebody else only autosaved is saved first, in
 * their name.
 *
 * @throws Problem as the command `saveUnit`
 */
export async function save(context: CommandContext, { record, head: seen }: RecordHead, asked: Asked): Promise<Saved> {
  if (record.deletedAt !== null) throw new Problem('stateRefused');
  const { scope } = asked;
  const kind = kindNamed(record.kind);
  const named = scope === 'facts' ? await resolveNames(context.tx, kind, asked.content) : asked.content;
  const mine = checkDraft(kind, { scope, content: named, today: siteDayOf(context.now) });
  const head = seen === null ? null : await settleHeadOfOthers(context, record, seen);
  const headRev = revOf(head);
  const baseRev = asked.baseRev === revOf(seen) ? headRev : asked.baseRev;
  const next = { ...wordsOf(asked), record, scope, head, baseRev };
  if (headRev === baseRev) {
    return { ...(await writeOnHead(context, { ...next, content: mine })), merged: [], theirs: false };
  }
  const { content, merged, givenUp } = await mergeOnto(context, { record, head, mine, seen }, asked);
  const settling = { ...next, kind: asked.kind === 'save' ? ('merge' as const) : asked.kind, content };
  const onAside = givenUp.length === 0 ? {} : await setAside(context, { ...settling, mine }, givenUp);
  const written = await writeUnit(context, { ...settling, ...onAside });
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

function revOf(head: UnitRow | null): number {
  return head?.headRev ?? 0;
}

/** What a save says of itself beside its content. */
function wordsOf({ kind, minor = false, note, session }: Asked) {
  return { kind, minor, note: note ?? null, session: session ?? null };
}

/** What the writer gave up is kept in front of what is written now, which is made on it. */
async function setAside(
  context: CommandContext,
  { mine, ...settling }: NewRevision & { mine: Content },
  givenUp: readonly string[],
): Promise<Partial<NewRevision>> {
  const { head } = settling;
  // Where nobody had written there was nothing to give in to.
  if (head === null) return {};
  const sent = { ...settling, head, content: mine, kind: 'merge' as const, note: null, minor: false };
  const standing = await keepAside(context, sent, givenUp);
  return { head: standing, aside: standing.headRev, baseRev: standing.headRev, kind: 'merge' };
}

interface Meeting {
  record: RecordRow;
  head: UnitRow | null;
  mine: Content;
  /** The head before anything of others was settled: the one that a writer can have been shown. */
  seen: UnitRow | null;
}

/** @throws Problem `conflict`: paths that both changed and on which the writer has not chosen yet */
async function mergeOnto({ tx }: CommandContext, { record, head, mine, seen }: Meeting, asked: Asked) {
  const { scope, baseRev, against, choices = {}, edits = {} } = asked;
  const base = baseRev === 0 ? {} : await findRevisionContent(tx, { recordId: record.id, scope, n: baseRev });
  if (base === null) throw new Problem('invalid', { fields: [{ path: 'baseRev', reason: 'unknownReference' }] });
  const { content: theirs } = head ?? NOT_BEGUN;
  const { headRev, version } = seen ?? NOT_BEGUN;
  const merge = mergeThreeWay({ base, theirs, mine });
  const isShown = against === headRev;
  const open = merge.conflicts.filter(({ path }) => !isShown || choices[path] === undefined);
  if (open.length > 0) {
    const { conflicts, brought } = merge;
    const theirsBy = await listAuthorsSince(tx, { recordId: record.id, scope, n: baseRev });
    throw new Problem('conflict', { conflicts, brought, theirsBy, current: { version, headRev } });
  }
  const content = settle(merge, isShown ? choices : {}, edits);
  const settled = flatten(content);
  const givenUp = merge.conflicts.filter(({ path, mine: own }) => !sameValue(settled.get(path), own));
  return { content, merged: merge.merged, givenUp: givenUp.map(({ path }) => path) };
}
