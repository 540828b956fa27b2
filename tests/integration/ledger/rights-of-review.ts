import { runCommand } from '#features/ledger/run-command.ts';
import { forgetOld } from '#features/notifications/commands/forget-old.ts';
import { markAllRead } from '#features/notifications/commands/mark-all-read.ts';
import { markRead } from '#features/notifications/commands/mark-read.ts';
import { noteDelivery } from '#features/notifications/commands/note-delivery.ts';
import { sendAgain } from '#features/notifications/commands/send-again.ts';
import { setMailing } from '#features/notifications/commands/set-mailing.ts';
import { writeDigests } from '#features/notifications/commands/write-digests.ts';
import { listMails } from '#features/notifications/queries/list-mails.ts';
import { listNotices } from '#features/notifications/queries/list-notices.ts';
import { assignUnit } from '#features/records/commands/assign-unit.ts';
import { noteFailedRelease } from '#features/records/commands/note-failed-release.ts';
import { remindDue } from '#features/records/commands/remind-due.ts';
import { setFourEyes } from '#features/records/commands/set-four-eyes.ts';
import type { Scope } from '#features/records/model.ts';
import { addComment } from '#features/review/commands/add-comment.ts';
import { answerComment } from '#features/review/commands/answer-comment.ts';
import { reopenComment } from '#features/review/commands/reopen-comment.ts';
import { resolveComment } from '#features/review/commands/resolve-comment.ts';
import { callBy, somebody, SYSTEM } from '#tests/support/calls.ts';
import { aPlace } from '#tests/support/factories.ts';
import { a, ADMINISTRATOR, type Case, EDITORS, NOBODY, WHO, type Who } from './rights-cases.ts';

const STAFF: Who[] = WHO.filter((who) => who !== 'anonymous');
const GERMAN: Who[] = ['translator de', 'reviewer de', ...EDITORS];

async function aDraft(): Promise<string> {
  return (await aPlace({ texts: { ar: { title: 'مرفأ' }, de: { title: 'Hafen' } } })).id;
}

async function aComment(scope: Scope): Promise<string> {
  const record = await aDraft();
  const { id } = await runCommand(addComment, { record, scope, body: 'رأي' }, callBy(await somebody('publisher')));
  return id;
}

/** Somebody who was told of something, and a mail of theirs. */
async function somebodyTold() {
  const told = await somebody('editor');
  await runCommand(setMailing, { mailing: 'each' }, callBy(told));
  await runCommand(assignUnit, { record: await aDraft(), scope: 'ar', assignee: told.id }, callBy());
  return told;
}

async function aMail(): Promise<string> {
  const told = await somebodyTold();
  const { rows } = await listMails(SYSTEM, 1);
  return rows.find(({ recipient }) => recipient === told.email)?.id ?? '';
}

/** What each role may do around the review. */
export const REVIEW_CASES: Case[] = [
  a(assignUnit, {
    deed: 'give a German translation to somebody',
    allowed: EDITORS,
    raw: async () => ({ record: await aDraft(), scope: 'de', assignee: (await somebody('translator', 'de')).id }),
  }),
  a(assignUnit, {
    deed: 'take a German translation away from somebody',
    allowed: EDITORS,
    raw: async () => {
      const [record, { id: assignee }] = [await aDraft(), await somebody('translator', 'de')];
      await runCommand(assignUnit, { record, scope: 'de', assignee }, callBy());
      return { record, scope: 'de', assignee: '', seen: assignee };
    },
  }),
  a(addComment, {
    deed: 'comment on facts',
    allowed: STAFF,
    raw: async () => ({ record: await aDraft(), scope: 'facts', body: 'رأي' }),
  }),
  a(answerComment, {
    deed: 'answer a comment',
    allowed: STAFF,
    raw: async () => ({ comment: await aComment('facts'), body: 'ردّ' }),
  }),
  a(resolveComment, {
    deed: 'settle a comment of somebody on a German translation',
    allowed: GERMAN,
    raw: async () => ({ comment: await aComment('de') }),
  }),
  a(resolveComment, {
    deed: 'settle a comment of somebody on facts',
    allowed: EDITORS,
    raw: async () => ({ comment: await aComment('facts') }),
  }),
  a(reopenComment, {
    deed: 'open a settled comment again',
    allowed: GERMAN,
    raw: async () => {
      const comment = await aComment('de');
      await runCommand(resolveComment, { comment }, callBy(await somebody('publisher')));
      return { comment };
    },
  }),
  a(markRead, {
    deed: 'say that somebody else has read something',
    allowed: NOBODY,
    raw: async () => {
      const { rows } = await listNotices(await somebodyTold(), { locale: 'ar', page: 1 });
      return { notice: rows[0]?.id };
    },
  }),
  a(markAllRead, {
    deed: 'say that one has read everything',
    allowed: STAFF,
    raw: async () => ({ upTo: '2026-11-25T10:00:00Z' }),
  }),
  a(setMailing, { deed: 'choose one’s mails', allowed: STAFF, raw: async () => ({ mailing: 'none' }) }),
  a(sendAgain, { deed: 'send a mail again', allowed: ADMINISTRATOR, raw: async () => ({ mail: await aMail() }) }),
  a(setFourEyes, { deed: 'ask for four eyes', allowed: ADMINISTRATOR, raw: async () => ({ fourEyes: 'off' }) }),
  a(noteDelivery, {
    deed: 'note that a mail left',
    allowed: NOBODY,
    raw: async () => ({ mail: await aMail(), problem: null, wasTried: true }),
  }),
  a(writeDigests, { deed: 'write the mails of a day', allowed: NOBODY, raw: async () => ({ day: '2026-11-25' }) }),
  a(forgetOld, { deed: 'forget old notices', allowed: NOBODY, raw: async () => ({}) }),
  a(remindDue, { deed: 'remind of what is due', allowed: NOBODY, raw: async () => ({ day: '2026-11-25' }) }),
  a(noteFailedRelease, {
    deed: 'note that a release failed',
    allowed: NOBODY,
    raw: async () => ({ record: await aDraft(), scope: 'de', problem: 'invalid' }),
  }),
];
