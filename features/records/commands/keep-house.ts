import { and, isNotNull, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { job } from '#db/schema/jobs.ts';
import { idempotency } from '#db/schema/ledger.ts';
import { record } from '#db/schema/records.ts';
import { forgetPast } from '#features/accounts/commands/forget-past.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { runWithin } from '#features/ledger/run-command.ts';
import { forgetOld } from '#features/notifications/commands/forget-old.ts';
import { purgeRecord } from './purge-record.ts';

const DAY_MS = 24 * 3_600_000;
const TRASH_DAYS = 30;
const JOB_DAYS = 30;

/** Throws away what has served: old autosaves, answers to old submits, done jobs, sessions, notices and mails, and the trash after 30 days. */
export const keepHouse = defineCommand({
  name: 'record.keepHouse',
  input: z.strictObject({}),
  load: async () => ({}),
  allow: (actor) => actor.kind === 'system',
  run: async (context) => {
    const { tx, now } = context;
    const daysAgo = (days: number) => new Date(now.getTime() - days * DAY_MS);
    const trashed = await tx
      .select({ id: record.id })
      .from(record)
      .where(lt(record.deletedAt, daysAgo(TRASH_DAYS)));
    for (const { id } of trashed) await runWithin(context, purgeRecord, { record: id });
    await tx.delete(idempotency).where(lt(idempotency.at, daysAgo(1)));
    await tx.delete(job).where(and(isNotNull(job.doneAt), lt(job.doneAt, daysAgo(JOB_DAYS))));
    await runWithin(context, forgetPast, {});
    await runWithin(context, forgetOld, {});
    const [pruned] = await tx.execute<{ count: number }>(sql`select prune_autosaves() as count`);
    return { purged: trashed.length, autosaves: pruned?.count ?? 0 };
  },
});
