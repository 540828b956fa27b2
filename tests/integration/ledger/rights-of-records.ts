import { runDueJob } from '#features/jobs/run-due.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { approveUnit } from '#features/records/commands/approve-unit.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { cancelPlan } from '#features/records/commands/cancel-plan.ts';
import { confirmFacts } from '#features/records/commands/confirm-facts.ts';
import { createRecord } from '#features/records/commands/create-record.ts';
import { discardDraft } from '#features/records/commands/discard-draft.ts';
import { duplicateRecord } from '#features/records/commands/duplicate-record.ts';
import { keepPresence } from '#features/records/commands/keep-presence.ts';
import { endPreviewLink } from '#features/records/commands/end-preview-link.ts';
import { makePreviewLink } from '#features/records/commands/make-preview-link.ts';
import { mergeRecords } from '#features/records/commands/merge-records.ts';
import { publishUnits } from '#features/records/commands/publish-units.ts';
import { purgeRecord } from '#features/records/commands/purge-record.ts';
import { releaseScheduled } from '#features/records/commands/release-scheduled.ts';
import { restoreRevision } from '#features/records/commands/restore-revision.ts';
import { retryPlan } from '#features/records/commands/retry-plan.ts';
import { returnUnit } from '#features/records/commands/return-unit.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { scheduleRelease } from '#features/records/commands/schedule-release.ts';
import { submitUnit } from '#features/records/commands/submit-unit.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import { untrashRecord } from '#features/records/commands/untrash-record.ts';
import { withdrawScheduled } from '#features/records/commands/withdraw-scheduled.ts';
import { releaseHandler } from '#features/records/jobs.ts';
import type { Scope } from '#features/records/model.ts';
import { listPreviewLinks } from '#features/records/queries/list-preview-links.ts';
import { callBy, NOW, somebody } from '#tests/support/calls.ts';
import { aPlace } from '#tests/support/factories.ts';
import { a, ADMINISTRATOR, type Case, EDITORS, NOBODY, PUBLISHERS, STAFF, type Who } from './rights-cases.ts';

const GERMAN_TRANSLATORS: Who[] = ['translator de', 'reviewer de', ...EDITORS];
const GERMAN_REVIEWERS: Who[] = ['reviewer de', ...PUBLISHERS];

const unit = (record: string, scope: Scope, rev = 1) => ({ record, scope, rev });

/** A record in three units, of which German is a translation. */
async function aDraft(): Promise<string> {
  return (await aPlace({ texts: { ar: { title: 'مرفأ' }, de: { title: 'Hafen' } } })).id;
}

/** The same, before readers. */
async function aPublic(): Promise<string> {
  return (await aPlace({ texts: { ar: { title: 'مرفأ' }, de: { title: 'Hafen' } }, isPublished: true })).id;
}

/** The same, with a newer draft of one unit. */
async function aPublicWithDraft(scope: Scope): Promise<string> {
  const id = await aPublic();
  const content = scope === 'facts' ? { kind: 'port', country: 'DE', latitude: 1 } : { title: 'Neu' };
  const own = scope === 'facts' ? { ...content, kind: 'city' } : content;
  await runCommand(saveUnit, { record: id, scope, baseRev: 1, content: own }, callBy());
  return id;
}

async function aSubmitted(scope: Scope): Promise<string> {
  const id = await aDraft();
  await runCommand(submitUnit, unit(id, scope), callBy(await somebody('editor')));
  return id;
}

async function inTrash(): Promise<string> {
  const id = await aDraft();
  await runCommand(trashRecord, { record: id }, callBy());
  return id;
}

const withdrawal = (record: string) => ({
  record,
  deed: 'withdraw',
  units: [{ scope: 'de', rev: 1 }],
  at: '2026-12-01T09:00',
});

/** A release that nobody can carry out, since the facts are no more public than the text. */
async function aFailedPlan() {
  const record = await aDraft();
  const call = callBy(undefined, { now: new Date('2026-01-10T10:00:00Z') });
  await runCommand(scheduleRelease, { record, units: [{ scope: 'de', rev: 1 }], at: '2026-01-12T09:00' }, call);
  await runDueJob([releaseHandler], () => new Date());
  return { record, scope: 'de', deed: 'release' };
}

const contents = { facts: { country: 'PL' }, ar: { title: 'ميناء' }, de: { title: 'Port' }, en: { title: 'Port' } };
const saving = (scope: Scope) => async () => ({
  record: await aDraft(),
  scope,
  baseRev: scope === 'en' ? 0 : 1,
  content: contents[scope],
});

/** What each role may do. */
export const RECORD_CASES: Case[] = [
  a(createRecord, {
    deed: 'begin a record',
    allowed: EDITORS,
    raw: async () => ({ kind: 'theme', sourceLocale: 'ar' }),
  }),
  a(saveUnit, { deed: 'save facts', allowed: EDITORS, raw: saving('facts') }),
  a(saveUnit, { deed: 'save the source text', allowed: EDITORS, raw: saving('ar') }),
  a(saveUnit, { deed: 'save a German translation', allowed: GERMAN_TRANSLATORS, raw: saving('de') }),
  a(saveUnit, {
    deed: 'begin an English translation',
    allowed: ['translator en', 'reviewer en', ...EDITORS],
    raw: saving('en'),
  }),
  a(autosaveUnit, { deed: 'autosave facts', allowed: EDITORS, raw: saving('facts') }),
  a(autosaveUnit, { deed: 'autosave the source text', allowed: EDITORS, raw: saving('ar') }),
  a(autosaveUnit, { deed: 'autosave a German translation', allowed: GERMAN_TRANSLATORS, raw: saving('de') }),
  a(confirmFacts, {
    deed: 'say that facts are still true',
    allowed: EDITORS,
    raw: async () => ({ record: await aPublic(), rev: 1 }),
  }),
  a(submitUnit, { deed: 'hand over facts', allowed: EDITORS, raw: async () => unit(await aDraft(), 'facts') }),
  a(submitUnit, { deed: 'hand over the source text', allowed: EDITORS, raw: async () => unit(await aDraft(), 'ar') }),
  a(submitUnit, {
    deed: 'hand over a German translation',
    allowed: GERMAN_TRANSLATORS,
    raw: async () => unit(await aDraft(), 'de'),
  }),
  a(approveUnit, {
    deed: 'approve facts',
    allowed: PUBLISHERS,
    raw: async () => unit(await aSubmitted('facts'), 'facts'),
  }),
  a(approveUnit, {
    deed: 'approve the source text',
    allowed: PUBLISHERS,
    raw: async () => unit(await aSubmitted('ar'), 'ar'),
  }),
  a(approveUnit, {
    deed: 'approve a German translation',
    allowed: GERMAN_REVIEWERS,
    raw: async () => unit(await aSubmitted('de'), 'de'),
  }),
  a(returnUnit, {
    deed: 'give back facts',
    allowed: PUBLISHERS,
    raw: async () => ({ ...unit(await aSubmitted('facts'), 'facts'), note: 'x' }),
  }),
  a(returnUnit, {
    deed: 'give back a German translation',
    allowed: GERMAN_REVIEWERS,
    raw: async () => ({ ...unit(await aSubmitted('de'), 'de'), note: 'x' }),
  }),
  a(publishUnits, {
    deed: 'release facts',
    allowed: PUBLISHERS,
    raw: async () => ({ record: await aDraft(), units: [{ scope: 'facts', rev: 1 }] }),
  }),
  a(publishUnits, {
    deed: 'release the source text',
    allowed: PUBLISHERS,
    raw: async () => ({ record: await aPublicWithDraft('ar'), units: [{ scope: 'ar', rev: 2 }] }),
  }),
  a(publishUnits, {
    deed: 'release a German translation',
    allowed: GERMAN_REVIEWERS,
    raw: async () => ({ record: await aPublicWithDraft('de'), units: [{ scope: 'de', rev: 2 }] }),
  }),
  a(publishUnits, {
    deed: 'release a German translation together with the facts',
    allowed: PUBLISHERS,
    raw: async () => ({
      record: await aDraft(),
      units: [
        { scope: 'facts', rev: 1 },
        { scope: 'de', rev: 1 },
      ],
    }),
  }),
  a(unpublishUnits, {
    deed: 'withdraw a German translation',
    allowed: PUBLISHERS,
    raw: async () => ({ record: await aPublic(), scopes: ['de'] }),
  }),
  a(unpublishUnits, {
    deed: 'withdraw a record',
    allowed: PUBLISHERS,
    raw: async () => ({ record: await aPublic(), scopes: ['facts'] }),
  }),
  a(scheduleRelease, {
    deed: 'plan a release',
    allowed: PUBLISHERS,
    raw: async () => ({ record: await aDraft(), units: [{ scope: 'de', rev: 1 }], at: '2026-12-01T09:00' }),
  }),
  a(scheduleRelease, {
    deed: 'plan a withdrawal',
    allowed: PUBLISHERS,
    raw: async () => withdrawal(await aPublic()),
  }),
  a(cancelPlan, {
    deed: 'take a plan back',
    allowed: PUBLISHERS,
    raw: async () => {
      const record = await aPublic();
      await runCommand(scheduleRelease, withdrawal(record), callBy());
      return { record, scope: 'de', deed: 'withdraw' };
    },
  }),
  a(makePreviewLink, {
    deed: 'make a link to drafts',
    allowed: STAFF,
    raw: async () => ({ record: await aDraft(), hours: 24 }),
  }),
  a(endPreviewLink, {
    deed: "end somebody else's link to drafts",
    allowed: PUBLISHERS,
    raw: async () => {
      const record = await aDraft();
      const maker = await somebody('editor');
      await runCommand(makePreviewLink, { record, hours: 24 }, callBy(maker));
      const [link] = await listPreviewLinks(maker, record, NOW);
      return { link: link?.name };
    },
  }),
  a(retryPlan, { deed: 'try again what was planned and failed', allowed: PUBLISHERS, raw: aFailedPlan }),
  a(withdrawScheduled, {
    deed: 'withdraw what is planned, as the clock does',
    allowed: NOBODY,
    raw: async () => unit(await aPublic(), 'de'),
  }),
  a(restoreRevision, {
    deed: 'restore facts',
    allowed: EDITORS,
    raw: async () => ({ ...unit(await aPublicWithDraft('facts'), 'facts', 2), from: 1 }),
  }),
  a(restoreRevision, {
    deed: 'restore a German translation',
    allowed: GERMAN_TRANSLATORS,
    raw: async () => ({ ...unit(await aPublicWithDraft('de'), 'de', 2), from: 1 }),
  }),
  a(restoreRevision, {
    deed: 'restore some fields of the source text',
    allowed: EDITORS,
    raw: async () => ({ ...unit(await aPublicWithDraft('ar'), 'ar', 2), from: 1, paths: ['title'] }),
  }),
  a(keepPresence, {
    deed: 'say that a unit is open, and see who else has it open',
    allowed: STAFF,
    leavesTrail: false,
    raw: async () => ({ record: await aDraft(), scope: 'ar', typed: 'on' }),
  }),
  a(discardDraft, {
    deed: 'discard facts',
    allowed: EDITORS,
    raw: async () => unit(await aPublicWithDraft('facts'), 'facts', 2),
  }),
  a(discardDraft, {
    deed: 'discard a German translation',
    allowed: GERMAN_TRANSLATORS,
    raw: async () => unit(await aPublicWithDraft('de'), 'de', 2),
  }),
  a(duplicateRecord, { deed: 'duplicate', allowed: EDITORS, raw: async () => ({ record: await aPublic() }) }),
  a(trashRecord, {
    deed: 'throw away what was never public',
    allowed: EDITORS,
    raw: async () => ({ record: await aDraft() }),
  }),
  a(trashRecord, {
    deed: 'throw away what readers see',
    allowed: PUBLISHERS,
    raw: async () => ({ record: await aPublic() }),
  }),
  a(mergeRecords, {
    deed: 'put one record in the place of another',
    allowed: PUBLISHERS,
    raw: async () => ({ record: await aDraft(), into: await aDraft(), rev: 1, intoRev: 1 }),
  }),
  a(untrashRecord, { deed: 'take out of the trash', allowed: EDITORS, raw: async () => ({ record: await inTrash() }) }),
  a(purgeRecord, { deed: 'delete for ever', allowed: ADMINISTRATOR, raw: async () => ({ record: await inTrash() }) }),
  a(releaseScheduled, {
    deed: 'release what is planned, as the clock does',
    allowed: NOBODY,
    raw: async () => unit(await aDraft(), 'de'),
  }),
];
