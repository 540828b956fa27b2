import { beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '#features/ledger/run-command.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { callBy } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace } from '#tests/support/factories.ts';
import { countLost, findFlaws, sumOf } from '#tests/faults/kill-check.ts';
import { countKills } from '#tests/faults/kill.ts';

const { admin } = useTestDatabase();

const TOKEN = 'tok-0193aaaa-0000-7000-8000-000000000000';
let saved = '';

beforeAll(async () => {
  await aPartnership({ isPublished: true });
  saved = (await aPlace({ isPublished: true })).id;
  await runCommand(
    saveUnit,
    { record: saved, scope: 'ar', baseRev: 1, content: { title: 'أ', lead: TOKEN } },
    callBy(),
  );
});

/** What is found after some statements, which are then taken back. */
async function flawsAfter(statement: string) {
  let flaws = {};
  await admin
    .begin(async (tx) => {
      await tx.unsafe(statement);
      flaws = await findFlaws(tx);
      throw new Error('taken back');
    })
    .catch((thrown: Error) => {
      if (thrown.message !== 'taken back') throw thrown;
    });
  return flaws;
}

describe('what a process that dies could leave behind', () => {
  test('is not there where nothing was cut', async () => {
    expect(sumOf(await findFlaws(admin))).toBe(0);
  });

  test.each([
    [
      'records without facts',
      `insert into record (id, kind, ref, source_locale, created_at) values (gen_random_uuid(), 'place', 'C-9', 'ar', now())`,
    ],
    ['heads without their revision, or with other words', `update unit set content = '{}' where scope = 'ar'`],
    ['heads without their revision, or with other words', `update unit set head_rev = 7 where scope = 'ar'`],
    ['numbers missing in a history', "delete from revision where n = 1 and scope = 'ar'"],
    ['versions behind their history', 'update unit set version = 0'],
    ['revisions without an audit line, or with several', `delete from audit_event where detail ? 'kind'`],
    [
      'revisions without an audit line, or with several',
      `insert into audit_event (at, actor_kind, action, outcome, subject_id, scope, revision, detail)
       select at, actor_kind, action, outcome, subject_id, scope, revision, detail from audit_event where detail ? 'kind'`,
    ],
    [
      'audit lines of revisions that are not there',
      `insert into audit_event (at, actor_kind, action, outcome, subject_id, scope, revision, detail)
       values (now(), 'system', 'record.save', 'done', gen_random_uuid(), 'ar', 1, '{"kind": "save"}')`,
    ],
    ['submits without their answer', `insert into idempotency values ('system', 'k', 'record.save', 'h', null, now())`],
    ['pointers that differ from the drafted facts', `delete from record_ref where scope = 'facts'`],
    ['pointers that differ from the published facts', `delete from record_ref where scope = 'published'`],
    ['published facts that are not the released revision', `update place set slug = slug || '-x'`],
    ['published texts that are not the released revision', `update place_text set title = 'x'`],
    ['published texts that are not the released revision', 'delete from partnership_text'],
    ['parties that are not those of the released facts', 'update partnership_party set position = 1 - position'],
    [
      'live addresses of records that readers cannot see',
      `insert into address values ('/places/x', gen_random_uuid(), 'live', null, now())`,
    ],
    [
      'words that were saved twice',
      `insert into revision select record_id, scope, 9, base_n, content, changed_paths, kind, minor, note, schema_version,
       author, edit_session, created_at from revision where n = 2`,
    ],
  ])('is found: %s', async (name, statement) => {
    expect(await flawsAfter(statement)).toMatchObject({ [name]: expect.any(Number) as unknown });
    expect(Reflect.get(await flawsAfter(statement), name)).toBeGreaterThan(0);
  });
});

describe('an answer', () => {
  test('that is not there is counted as lost', async () => {
    const here = { record: saved, scope: 'ar', rev: 2, token: TOKEN };
    expect(await countLost(admin, [here, { ...here, rev: 1, token: null }])).toBe(0);
    expect(await countLost(admin, [{ ...here, rev: 3 }])).toBe(1);
    expect(await countLost(admin, [{ ...here, token: 'tok-other' }])).toBe(1);
    // Released is the first revision, not the second.
    expect(await countLost(admin, [{ ...here, token: null }])).toBe(1);
  });
});

test('killing the writers and the server under them loses nothing and leaves nothing half-written', async () => {
  const count = await countKills({ cycles: 4, serverEvery: 2 });
  expect(count).toMatchObject({ cycles: 4, serverKills: 2, lost: 0, halfWritten: 0, flaws: {} });
  expect(count.acknowledged).toBeGreaterThan(0);
}, 120_000);
