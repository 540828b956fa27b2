import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { transaction } from '#db/client.ts';
import type { Database } from '#db/pool.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import type { Command, CommandContext } from './define-command.ts';
import { fieldProblemsOf } from './field-problems.ts';
import { recallAnswer, rememberAnswer } from './internal/idempotency.ts';
import { writeAudit, writeRefusal } from './internal/write-audit.ts';
import { markTags } from './internal/mark-tags.ts';
import { isTooDeep } from './internal/too-deep.ts';
import type { AuditSubject, Call } from './model.ts';

/** Carries the answer of a dry run out of the transaction that takes it back. */
class TakenBack extends Error {
  override readonly name = 'TakenBack';
  readonly answer: unknown;

  constructor(answer: unknown) {
    super('dry run');
    this.answer = answer;
  }
}

/**
 * Runs a command: parse, open a transaction, load and lock, allow on what was loaded, run, audit, commit.
 *
 * @param raw - untrusted input
 * @returns what the command answers; the same answer again for a repeated idempotency key
 * @throws Problem `invalid` with the fields; `notFound`, `forbidden`; and whatever the command refuses
 */
export async function runCommand<Input, Subject, Result>(
  command: Command<Input, Subject, Result>,
  raw: unknown,
  call: Call,
): Promise<Result> {
  try {
    const input = parseInput(command.input, raw);
    return await transaction((tx) => performOnce(tx, { command, input, call }));
  } catch (thrown) {
    if (thrown instanceof TakenBack) return asResult<Result>(thrown.answer);
    if (isProblem(thrown) && thrown.code !== 'invalid' && thrown.code !== 'unavailable') {
      await writeRefusal(command.name, call, thrown);
    }
    throw thrown;
  }
}

/**
 * Runs a command as part of another one, in its transaction and under its audit.
 *
 * @throws Problem as `runCommand`; the outer transaction is then rolled back with it
 */
export async function runWithin<Input, Subject, Result>(
  context: CommandContext,
  command: Command<Input, Subject, Result>,
  raw: unknown,
): Promise<Result> {
  return perform(context, command, parseInput(command.input, raw));
}

interface Deed<Input, Subject, Result> {
  command: Command<Input, Subject, Result>;
  input: Input;
  call: Call;
}

async function performOnce<Input, Subject, Result>(
  tx: Database,
  { command, input, call }: Deed<Input, Subject, Result>,
): Promise<Result> {
  const attempt = { call, command: command.name, bodyHash: hashOf(input) };
  const earlier = await recallAnswer(tx, attempt);
  if (earlier !== null) return asResult<Result>(earlier.result);
  const subjects: AuditSubject[] = [];
  const tags = new Set<string>();
  const context: CommandContext = {
    tx,
    call,
    actor: call.actor,
    now: call.now,
    audit: (subject) => subjects.push(subject),
    invalidate: (more) => more.forEach((tag) => tags.add(tag)),
  };
  const result = await perform(context, command, input);
  if (command.isFleeting !== true) await writeAudit(tx, { action: command.name, call, subjects });
  await rememberAnswer(tx, attempt, result);
  await markTags(tx, tags, call.now);
  if (call.dryRun === true) throw new TakenBack(result);
  return result;
}

async function perform<Input, Subject, Result>(
  context: CommandContext,
  command: Command<Input, Subject, Result>,
  input: Input,
): Promise<Result> {
  const subject = await command.load(context, input);
  if (subject === null) throw new Problem('notFound');
  if (!command.allow(context.actor, subject, input)) {
    throw new Problem(context.actor.kind === 'anonymous' ? 'signedOut' : 'forbidden');
  }
  return command.run(context, subject, input);
}

function parseInput<Input>(schema: z.ZodType<Input>, raw: unknown): Input {
  if (isTooDeep(raw)) throw new Problem('invalid', { fields: [{ path: '', reason: 'tooDeep' }] });
  const parsed = schema.safeParse(raw, { reportInput: true });
  if (!parsed.success) throw new Problem('invalid', { fields: fieldProblemsOf(parsed.error.issues) });
  return parsed.data;
}

function hashOf(input: unknown): string {
  return createHash('sha256').update(JSON.stringify(input)).digest('hex');
}

/** The ledger stored or carried this very answer of this very command, so it has the command's type. */
function asResult<Result>(answer: unknown): Result {
  return answer as Result;
}
