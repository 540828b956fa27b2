import '#features/kinds/all.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import type { Call } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { createRecord } from '#features/records/commands/create-record.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { isProblem } from '#platform/problem.ts';
import { contentWith, type Order, type Outcome, type Task } from './editors-words.ts';

/** One of the processes in which editors write: it makes the record where it is told to, and then does what it is told. */
const call = (): Call => ({ actor: { kind: 'system', reason: 'fault:editors' }, now: new Date(), requestId: uuidv7() });

if (process.argv[2] === 'make') {
  const ar = contentWith(contentWith({ lead: 'tok-0-0' }, { path: 'title', token: 'tok-0-1' }), {
    path: 'body.b1',
    token: 'tok-0-2',
  });
  const made = await runCommand(createRecord, { kind: 'story', sourceLocale: 'ar', units: { ar } }, call());
  process.send?.({ record: made.id, content: ar });
} else {
  process.send?.('ready');
}

process.on('message', (said) => void carryOut(asOrder(said)));
process.on('disconnect', () => process.exit(0));

async function carryOut(order: Order): Promise<void> {
  const { record, baseRev, content } = order;
  const common = { record, scope: 'ar', baseRev };
  const outcomes =
    order.word === 'write'
      ? await Promise.all(order.tasks.map((task) => write(task, { ...common, content: contentWith(content, task) })))
      : [
          await write(order.task, {
            ...common,
            content: contentWith(content, order.task),
            choices: { [order.task.path]: 'theirs' },
            against: order.against,
          }),
        ];
  process.send?.(outcomes);
}

async function write({ token, path }: Task, raw: object): Promise<Outcome> {
  const from = performance.now();
  const outcome: Outcome = { token, path, ms: 0, sentAgain: 0, rev: null, isMerge: false, conflict: null };
  for (;;) {
    try {
      const { rev, theirs } = await runCommand(saveUnit, raw, call());
      return { ...outcome, rev, isMerge: theirs, ms: performance.now() - from };
    } catch (thrown) {
      if (!isProblem(thrown)) throw thrown;
      if (thrown.code === 'conflict') {
        const conflict = thrown.detail.conflicts?.find((one) => one.path === path) ?? null;
        return { ...outcome, conflict, ms: performance.now() - from };
      }
      if (thrown.code !== 'unavailable') throw thrown;
      outcome.sentAgain += 1;
      await sleep(20);
    }
  }
}

/** Only the fault test speaks to this process. */
function asOrder(said: unknown): Order {
  return said as Order;
}
