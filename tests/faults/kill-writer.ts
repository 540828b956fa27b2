import '#features/kinds/all.ts';
import { setTimeout as sleep } from 'node:timers/promises';
import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import { appDb } from '#db/client.ts';
import { record, unit } from '#db/schema/records.ts';
import type { Command } from '#features/ledger/define-command.ts';
import type { Call } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { autosaveUnit } from '#features/records/commands/autosave-unit.ts';
import { publishUnits } from '#features/records/commands/publish-units.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import type { Content } from '#features/records/model.ts';
import { isProblem } from '#platform/problem.ts';
import { partnershipFacts } from '#tests/support/contents.ts';
import { type Attempt, type Said, WRITERS } from './kill-words.ts';

/**
 * The process that is killed: writers that each save one unit as fast as they can, say each attempt before it is sent and
 * each answer after it came. What an earlier process had sent without hearing an answer is sent again under its key first.
 */
const pending: Attempt[] = JSON.parse(process.argv[2] ?? '[]');

const COMMANDS = { save: saveUnit, autosave: autosaveUnit } as const;

for (const attempt of pending) await send(attempt);
await Promise.all(WRITERS.map((writer) => writeOn(writer)));

async function writeOn(writer: (typeof WRITERS)[number]): Promise<void> {
  const [own] = await waitFor(() =>
    appDb().select({ id: record.id }).from(record).where(eq(record.importKey, writer.key)),
  );
  const places = await waitFor(() =>
    appDb().select({ id: record.id }).from(record).where(eq(record.kind, 'place')).orderBy(record.ref),
  );
  if (own === undefined) throw new Error(`nobody made ${writer.key}`);
  for (let turn = 0; ; turn += 1) {
    const baseRev = await headOf(own.id, writer.scope);
    const token = `tok-${uuidv7()}`;
    const command = writer.autosaves && turn % 3 !== 2 ? 'autosave' : 'save';
    const content = contentOf(writer.kind, token, { places: places.map(({ id }) => id), turn });
    const raw = { record: own.id, scope: writer.scope, baseRev, content };
    const rev = await send({ token, command, raw });
    if (writer.publishes && turn % 4 === 3) await release(own.id, writer.scope, rev);
  }
}

function contentOf(
  kind: 'facts' | 'text',
  token: string,
  { places, turn }: { places: readonly string[]; turn: number },
): Content {
  if (kind === 'text') return { title: `مرفأ ${String(turn)}`, lead: token };
  const [one = '', two = '', three = ''] = places;
  const agreements = [{ id: 'a1', kind: 'contract', url: `https://example.org/${token}`, sourceId: 's1' }];
  return partnershipFacts(turn % 2 === 0 ? [one, two] : [two, three, one], { slug: 'killed-often', agreements });
}

/** Sends one attempt until it is answered, as a form does that is sent again. */
async function send(attempt: Attempt): Promise<number> {
  say({ word: 'attempt', attempt });
  // Both commands take and answer the same.
  const command: Command<unknown, unknown, { rev: number }> = asAny(COMMANDS[attempt.command]);
  const { rev } = await untilAnswered(command, attempt.raw, attempt.token);
  say({ word: 'saved', token: attempt.token, record: attempt.raw.record, scope: attempt.raw.scope, rev });
  return rev;
}

async function release(id: string, scope: string, rev: number): Promise<void> {
  const raw = { record: id, units: [{ scope, rev }] };
  await untilAnswered(publishUnits, raw, `publish-${uuidv7()}`);
  say({ word: 'published', record: id, scope, rev });
}

async function untilAnswered<Input, Subject, Result>(
  command: Command<Input, Subject, Result>,
  raw: unknown,
  idempotencyKey: string,
): Promise<Result> {
  return waitFor(() => {
    const call: Call = {
      actor: { kind: 'system', reason: 'fault:kill' },
      now: new Date(),
      requestId: uuidv7(),
      idempotencyKey,
    };
    return runCommand(command, raw, call);
  });
}

/** Tries until the database is there again. */
async function waitFor<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (thrown) {
      if (!isProblem(thrown) || thrown.code !== 'unavailable') throw thrown;
      await sleep(20);
    }
  }
}

async function headOf(id: string, scope: string): Promise<number> {
  const [row] = await waitFor(() =>
    appDb()
      .select({ headRev: sql<number>`${unit.headRev}` })
      .from(unit)
      .where(and(eq(unit.recordId, id), eq(unit.scope, scope))),
  );
  return row?.headRev ?? 0;
}

/** On a pipe the write is done when this returns: what was said is heard even if the process dies at once. */
function say(said: Said): void {
  process.stdout.write(`${JSON.stringify(said)}\n`);
}

/** The two commands differ in their subjects only, which nobody outside of them sees. */
function asAny(command: object): Command<unknown, unknown, { rev: number }> {
  return command as Command<unknown, unknown, { rev: number }>;
}
