import { v7 as uuidv7 } from 'uuid';
import { transaction } from '#db/client.ts';
import { job } from '#db/schema/jobs.ts';
import { createPerson } from '#features/accounts/commands/create-person.ts';
import { forgetPast } from '#features/accounts/commands/forget-past.ts';
import { issueResetLink } from '#features/accounts/commands/issue-reset-link.ts';
import { issueSetUpLink } from '#features/accounts/commands/issue-set-up-link.ts';
import { keepSession } from '#features/accounts/commands/keep-session.ts';
import { dropJob } from '#features/jobs/commands/drop-job.ts';
import { retryJob } from '#features/jobs/commands/retry-job.ts';
import { importRows } from '#features/exchange/commands/import-rows.ts';
import { completeStatus } from '#features/partnerships/commands/complete-status.ts';
import { refreshStatus } from '#features/partnerships/commands/refresh-status.ts';
import { completeNames } from '#features/places/commands/complete-names.ts';
import { importRecord } from '#features/records/commands/import-record.ts';
import { keepHouse } from '#features/records/commands/keep-house.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { listSynonyms } from '#features/search/queries/list-synonyms.ts';
import { indexRecords } from '#features/search/commands/index-records.ts';
import { removeSynonyms } from '#features/search/commands/remove-synonyms.ts';
import { saveSynonyms } from '#features/search/commands/save-synonyms.ts';
import { callBy, NOW, somebody } from '#tests/support/calls.ts';
import { a, ADMINISTRATOR, type Case, EDITORS, NOBODY, PUBLISHERS } from './rights-cases.ts';
import { RECORD_CASES } from './rights-of-records.ts';
import { REVIEW_CASES } from './rights-of-review.ts';
import { VIEW_CASES } from './rights-of-views.ts';

let keys = 0;
const row = (state: 'draft' | 'published') => {
  keys += 1;
  const key = `row-${String(keys)}`;
  return { kind: 'place', key, state, facts: { country: 'DE' }, texts: { ar: { title: 'مدينة' } } };
};
const imported = (publish: boolean) => async () => {
  const { kind, key, facts, texts } = row('draft');
  return { kind, key, sourceLocale: 'ar', publish, units: { facts: { ...facts, kind: 'city', slug: key }, ...texts } };
};

async function aSynonym() {
  keys += 1;
  const term = `زائلة${String(keys)}`;
  await runCommand(saveSynonyms, { locale: 'ar', term, others: ['كلمة'] }, callBy());
  const { rows } = await listSynonyms({ kind: 'system', reason: 'test' }, { search: term, page: 1 });
  return { id: rows[0]?.id };
}

async function aFailedJob() {
  const id = uuidv7();
  await transaction(async (tx) =>
    tx.insert(job).values({ id, kind: 'test.failed', payload: {}, runAt: NOW, failedAt: NOW, createdAt: NOW }),
  );
  return { job: id };
}

/** What each role may do. */
export const CASES: Case[] = [
  ...RECORD_CASES,
  ...REVIEW_CASES,
  ...VIEW_CASES,
  a(importRecord, { deed: 'import a record as a draft', allowed: EDITORS, raw: imported(false) }),
  a(importRecord, { deed: 'import a record and release it', allowed: PUBLISHERS, raw: imported(true) }),
  a(importRows, {
    deed: 'import a file of drafts',
    allowed: EDITORS,
    raw: async () => ({ rows: [row('draft'), row('draft')] }),
  }),
  a(importRows, {
    deed: 'import a file that releases',
    allowed: PUBLISHERS,
    raw: async () => ({ rows: [row('draft'), row('published')] }),
  }),
  a(keepHouse, { deed: 'keep house', allowed: NOBODY, raw: async () => ({}) }),
  a(indexRecords, {
    deed: 'index for the search',
    allowed: NOBODY,
    raw: async () => ({
      records: [{ id: '019a0000-0000-7000-8000-000000000000', markedAt: new Date().toISOString() }],
    }),
  }),
  a(saveSynonyms, {
    deed: 'say what means the same',
    allowed: PUBLISHERS,
    raw: async () => {
      keys += 1;
      return { locale: 'ar', term: `مفردة${String(keys)}`, others: ['كلمة'] };
    },
  }),
  a(removeSynonyms, { deed: 'take a synonym away', allowed: PUBLISHERS, raw: aSynonym }),
  a(retryJob, { deed: 'try a failed job again', allowed: ADMINISTRATOR, raw: aFailedJob }),
  a(dropJob, { deed: 'give a failed job up', allowed: ADMINISTRATOR, raw: aFailedJob }),
  a(completeNames, { deed: 'write names for lists', allowed: NOBODY, raw: async () => ({}) }),
  a(completeStatus, { deed: 'write courses of statuses', allowed: NOBODY, raw: async () => ({}) }),
  a(refreshStatus, {
    deed: 'refresh statuses',
    allowed: NOBODY,
    raw: async () => ({ from: '2026-11-24', to: '2026-11-25' }),
  }),
  a(createPerson, {
    deed: 'add a person',
    allowed: ADMINISTRATOR,
    raw: async () => {
      keys += 1;
      const grants = [{ role: 'editor' }];
      return {
        email: `p${String(keys)}@example.org`,
        name: 'P',
        locale: 'ar',
        password: 'correct horse battery',
        grants,
      };
    },
  }),
  a(issueResetLink, {
    deed: 'issue a link for a new password',
    allowed: ADMINISTRATOR,
    raw: async () => ({ email: (await somebody('editor')).email }),
  }),
  a(issueSetUpLink, { deed: 'issue the first link', allowed: NOBODY, raw: async () => ({}) }),
  a(keepSession, { deed: 'keep a session alive', allowed: NOBODY, raw: async () => ({ token: 'x' }) }),
  a(forgetPast, { deed: 'forget old sessions', allowed: NOBODY, raw: async () => ({}) }),
];

/** Commands that ask for a secret and not for a role, since nobody is known yet: the rooms' own tests prove the secret. */
export const BY_SECRET = [
  'person.resetPassword',
  'person.setUp',
  'record.openPreviewLink',
  'session.close',
  'session.open',
];
