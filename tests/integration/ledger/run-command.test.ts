import { z } from 'zod';
import { sql } from 'drizzle-orm';
import { describe, expect, test } from 'vitest';
import { defineCommand } from '#features/ledger/define-command.ts';
import { ANONYMOUS } from '#features/ledger/model.ts';
import { runCommand, runWithin } from '#features/ledger/run-command.ts';
import { createRecord } from '#features/records/commands/create-record.ts';
import { publishUnits } from '#features/records/commands/publish-units.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { callBy, NOW, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace } from '#tests/support/factories.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { unitOf, revisionsOf, auditOf, fingerprint } = lookInto(database);

const saving = (record: string, title: string, baseRev = 1) => ({ record, scope: 'ar', baseRev, content: { title } });

describe('a submit sent again', () => {
  test('has one effect and the same answer', async () => {
    const editor = await somebody('editor');
    const { id } = await aPlace();
    const key = { idempotencyKey: 'submit-1' };
    const first = await runCommand(saveUnit, saving(id, 'مرفأ'), callBy(editor, key));
    const after = await fingerprint();
    const again = callBy(editor, key);
    expect(await runCommand(saveUnit, saving(id, 'مرفأ'), again)).toEqual(first);
    expect(await fingerprint()).toBe(after);
    expect(await auditOf(again.requestId)).toEqual([]);
  });

  test('five times at once makes one record', async () => {
    const editor = await somebody('editor');
    const raw = { kind: 'theme', sourceLocale: 'ar', units: { ar: { title: 'المياه' } } };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () =>
        runCommand(createRecord, raw, callBy(editor, { idempotencyKey: 'double-click' })),
      ),
    );
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect(await database.admin`select 1 from record where kind = 'theme'`).toHaveLength(1);
  });

  test('with another content is refused, and so is the key of another command', async () => {
    const editor = await somebody('editor');
    const { id } = await aPlace();
    const call = () => callBy(editor, { idempotencyKey: 'submit-2' });
    await runCommand(saveUnit, saving(id, 'أ'), call());
    const reused = { code: 'invalid', detail: { fields: [{ path: 'idempotencyKey', reason: 'keyReused' }] } };
    await expect(runCommand(saveUnit, saving(id, 'ب', 2), call())).rejects.toMatchObject(reused);
    await expect(runCommand(createRecord, { kind: 'theme', sourceLocale: 'ar' }, call())).rejects.toMatchObject(reused);
    expect(await revisionsOf(id, 'ar')).toHaveLength(2);
  });

  test('by somebody else is another one', async () => {
    const { id } = await aPlace();
    const key = { idempotencyKey: 'same-key' };
    await runCommand(saveUnit, saving(id, 'أ'), callBy(await somebody('editor'), key));
    await runCommand(saveUnit, saving(id, 'ب', 2), callBy(await somebody('editor'), key));
    expect(await unitOf(id, 'ar')).toMatchObject({ content: { title: 'ب' }, headRev: 3 });
  });

  test('after a refusal is tried anew', async () => {
    const editor = await somebody('editor');
    const { id } = await aPlace();
    const call = () => callBy(editor, { idempotencyKey: 'submit-3' });
    await expect(runCommand(saveUnit, saving(id, 'أ', 7), call())).rejects.toMatchObject({ code: 'invalid' });
    expect(await runCommand(saveUnit, saving(id, 'أ'), call())).toMatchObject({ rev: 2 });
  });
});

describe('a refusal', () => {
  test('is taken back completely and leaves one line, written after the rollback', async () => {
    const { id } = await aPlace();
    const before = await fingerprint();
    const editor = await somebody('editor');
    const call = callBy(editor);
    const raw = { record: id, units: [{ scope: 'facts', rev: 1 }] };
    await expect(runCommand(publishUnits, raw, call)).rejects.toMatchObject({ code: 'forbidden' });
    expect(await auditOf(call.requestId)).toEqual([
      {
        actorKind: 'person',
        actorId: editor.id,
        action: 'record.publish',
        outcome: 'refused',
        subjectId: null,
        scope: null,
        revision: null,
        problem: 'forbidden',
        detail: null,
      },
    ]);
    expect(await fingerprint()).not.toBe(before);
    expect(await unitOf(id, 'facts')).toMatchObject({ publishedRev: null, version: 1 });
  });

  test('of a stranger says that they are not signed in', async () => {
    const { id } = await aPlace();
    const call = callBy(ANONYMOUS);
    await expect(runCommand(saveUnit, saving(id, 'أ'), call)).rejects.toMatchObject({ code: 'signedOut' });
    expect(await auditOf(call.requestId)).toMatchObject([{ actorKind: 'anonymous', problem: 'signedOut' }]);
  });

  test('of what cannot be read names each field and is no matter for the trail', async () => {
    const call = callBy();
    const raw = { record: 'x', scope: 'fr', baseRev: -1, content: {}, state: 'published' };
    await expect(runCommand(saveUnit, raw, call)).rejects.toMatchObject({
      code: 'invalid',
      detail: {
        fields: expect.arrayContaining([
          { path: 'record', reason: 'unknownReference' },
          { path: 'scope', reason: 'notOffered' },
          { path: 'baseRev', reason: 'tooSmall', params: { min: 0 } },
          { path: 'state', reason: 'unknownKey' },
        ]) as unknown,
      },
    });
    expect(await auditOf(call.requestId)).toEqual([]);
  });

  test('of what is nested too deeply comes before anything reads it', async () => {
    const { id } = await aPlace();
    const deep = Array.from({ length: 100_000 }).reduce<unknown>((inner) => [inner], 'x');
    await expect(
      runCommand(saveUnit, { ...saving(id, 'x'), content: { title: deep } }, callBy()),
    ).rejects.toMatchObject({
      code: 'invalid',
      detail: { fields: [{ path: '', reason: 'tooDeep' }] },
    });
  });

  test('inside of a larger command takes all of it back', async () => {
    const both = defineCommand({
      name: 'test.both',
      input: z.strictObject({ record: z.uuid() }),
      load: async () => ({}),
      allow: () => true,
      run: async (context, _subject, { record }) => {
        await runWithin(context, saveUnit, saving(record, 'أ'));
        await runWithin(context, saveUnit, saving(record, 'ب'));
        return null;
      },
    });
    const { id } = await aPlace();
    await expect(runCommand(both, { record: id }, callBy())).rejects.toMatchObject({ code: 'conflict' });
    expect(await revisionsOf(id, 'ar')).toHaveLength(1);
  });
});

describe('a dry run', () => {
  test('answers what would happen and changes nothing', async () => {
    const { id } = await aPlace();
    const before = await fingerprint();
    const call = callBy(undefined, { dryRun: true, idempotencyKey: 'dry' });
    expect(await runCommand(saveUnit, saving(id, 'أ'), call)).toMatchObject({ version: 2, rev: 2 });
    expect(await fingerprint()).toBe(before);
    expect(await auditOf(call.requestId)).toEqual([]);
    await expect(runCommand(saveUnit, saving(id, 'أ', 9), call)).rejects.toMatchObject({ code: 'invalid' });
  });
});

describe('the trail', () => {
  test('has a line for a deed that touched nothing, and the reason of what the product does by itself', async () => {
    const idle = defineCommand({
      name: 'test.idle',
      input: z.strictObject({}),
      load: async () => ({}),
      allow: () => true,
      run: async () => null,
    });
    const call = callBy({ kind: 'system', reason: 'import' });
    await runCommand(idle, {}, call);
    expect(await auditOf(call.requestId)).toMatchObject([
      { actorKind: 'system', action: 'test.idle', outcome: 'done', detail: { by: 'import' } },
    ]);
  });

  test('holds thousands of lines of one deed, and as many page tags', async () => {
    const id = '0193aaaa-0000-7000-8000-000000000000';
    const many = defineCommand({
      name: 'test.many',
      input: z.strictObject({}),
      load: async () => ({}),
      allow: () => true,
      run: async ({ audit, invalidate }) => {
        for (let n = 0; n < 6000; n += 1) audit({ subjectKind: 'place', subjectId: id, revision: n });
        for (let n = 0; n < 33_000; n += 1) invalidate([`record:${String(n)}`]);
        return null;
      },
    });
    const call = callBy();
    await runCommand(many, {}, call);
    const [lines] =
      await database.admin`select count(*)::int as n from audit_event where request_id = ${call.requestId}`;
    expect(lines).toEqual({ n: 6000 });
    const [tags] = await database.admin`select count(*)::int as n from cache_tag where tag like 'record:%'`;
    expect(tags).toEqual({ n: 33_000 });
  });

  test('and the page tags never go back in time', async () => {
    const mark = defineCommand({
      name: 'test.mark',
      input: z.strictObject({}),
      load: async () => ({}),
      allow: () => true,
      run: async ({ invalidate }) => {
        invalidate(['list:place']);
        return null;
      },
    });
    const future = new Date(NOW.getTime() + 365 * 24 * 3_600_000);
    await runCommand(mark, {}, callBy(undefined, { now: future }));
    await runCommand(mark, {}, callBy());
    const [row] = await database.admin`select at from cache_tag where tag = 'list:place'`;
    expect(row, 'later than the mark before, by as little as can be').toEqual({ at: new Date(future.getTime() + 1) });
  });
});

describe('what is no refusal', () => {
  test('a bug is thrown as it is, rolled back and no matter for the trail', async () => {
    const broken = defineCommand({
      name: 'test.broken',
      input: z.strictObject({}),
      load: async () => ({}),
      allow: () => true,
      run: async ({ tx }) => {
        await tx.execute(sql`insert into cache_tag values ('never', now())`);
        throw new TypeError('a bug');
      },
    });
    const call = callBy();
    await expect(runCommand(broken, {}, call)).rejects.toThrow(TypeError);
    expect(await database.admin`select 1 from cache_tag where tag = 'never'`).toEqual([]);
    expect(await auditOf(call.requestId)).toEqual([]);
  });

  test('a refusal that is kept is written with the deed', async () => {
    const kept = defineCommand({
      name: 'test.kept',
      input: z.strictObject({}),
      load: async () => ({}),
      allow: () => true,
      run: async ({ audit }) => {
        audit({ subjectKind: 'person', subjectId: null, problem: 'wrongCredentials' });
        return null;
      },
    });
    const call = callBy(ANONYMOUS);
    await runCommand(kept, {}, call);
    expect(await auditOf(call.requestId)).toMatchObject([{ outcome: 'refused', problem: 'wrongCredentials' }]);
  });

  test('a locked row that is not released in time is busy, not an error', async () => {
    const { id } = await aPlace();
    await database.admin.begin(async (tx) => {
      await tx`select 1 from unit where record_id = ${id} and scope = 'ar' for update`;
      await expect(runCommand(saveUnit, saving(id, 'أ'), callBy())).rejects.toMatchObject({
        code: 'unavailable',
        detail: { retryAfterSeconds: 5 },
      });
    });
    expect(await runCommand(saveUnit, saving(id, 'أ'), callBy())).toMatchObject({ rev: 2 });
  });
});
