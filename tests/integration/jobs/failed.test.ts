import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { transaction } from '#db/client.ts';
import { job } from '#db/schema/jobs.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { dropJob } from '#features/jobs/commands/drop-job.ts';
import { retryJob } from '#features/jobs/commands/retry-job.ts';
import { listFailedJobs } from '#features/jobs/queries/list-failed-jobs.ts';
import { runDueJob } from '#features/jobs/run-due.ts';
import { Problem } from '#platform/problem.ts';
import { callBy, NOW, somebody } from '#tests/support/calls.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { lookInto } from '#tests/support/looking.ts';

const database = useTestDatabase();
const { auditOf } = lookInto(database);

/** A job that its handler refuses for good. */
async function failed(kind: string, uniqueKey?: string): Promise<string> {
  const id = uuidv7();
  const row = { id, kind, payload: { record: id }, runAt: NOW, createdAt: NOW, uniqueKey: uniqueKey ?? null };
  await transaction(async (tx) => tx.insert(job).values(row));
  const refuse = async () => {
    throw new Problem('referenceUnpublished');
  };
  await runDueJob([{ kind, run: refuse }], () => NOW);
  return id;
}

describe('what failed', () => {
  test('is listed with its reason for administrators, and for nobody else', async () => {
    const id = await failed('test.listed');
    const rows = await listFailedJobs(await somebody('administrator'), { most: 5 });
    expect(rows.find((row) => row.id === id)).toMatchObject({
      kind: 'test.listed',
      recordId: id,
      lastError: 'referenceUnpublished',
      failedAt: NOW,
    });
    await expect(listFailedJobs(await somebody('publisher'), { most: 5 })).rejects.toMatchObject({ code: 'forbidden' });
  });

  test('is done once more when somebody says so', async () => {
    const id = await failed('test.again');
    await runCommand(retryJob, { job: id }, callBy(await somebody('administrator')));
    const done: string[] = [];
    const run = async (due: { id: string }) => {
      done.push(due.id);
    };
    expect(await runDueJob([{ kind: 'test.again', run }], () => NOW)).toBe(true);
    expect(done).toEqual([id]);
    await expect(runCommand(retryJob, { job: id }, callBy())).rejects.toMatchObject({ code: 'notFound' });
  });

  test('is not done twice where a newer turn waits already', async () => {
    const id = await failed('test.twice', 'key');
    await database.admin`insert into job (id, kind, payload, unique_key, run_at, created_at)
      values (${uuidv7()}, 'test.twice', '{}', 'key', now() + interval '1 day', now())`;
    await expect(runCommand(retryJob, { job: id }, callBy())).rejects.toMatchObject({ code: 'stateRefused' });
  });

  test('is given up, and the trail says what it was', async () => {
    const id = await failed('test.dropped');
    const call = callBy(await somebody('administrator'));
    await runCommand(dropJob, { job: id }, call);
    expect(await database.admin`select 1 from job where id = ${id}`).toEqual([]);
    expect(await auditOf(call.requestId)).toMatchObject([
      {
        action: 'job.drop',
        outcome: 'done',
        subjectId: id,
        detail: { kind: 'test.dropped', lastError: 'referenceUnpublished' },
      },
    ]);
  });
});
