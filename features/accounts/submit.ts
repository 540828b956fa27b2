import { headers } from 'next/headers';
import { v7 as uuidv7 } from 'uuid';
import type { Command } from '#features/ledger/define-command.ts';
import type { Call } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { env } from '#platform/env.ts';
import { logUnexpected } from '#platform/log.ts';
import { isProblem, Problem } from '#platform/problem.ts';
import { requestId } from '#platform/request-context.ts';
import type { DoneState, FormState, RefusedState } from './form-state.ts';
import { goTo } from './go-to.ts';
import { backOf, plainFields, submitKeyOf, typedFields } from './internal/form-fields.ts';
import { isOwnOrigin } from './own-origin.ts';
import { ownPath } from './own-path.ts';
import { currentActor } from './session.ts';

/**
 * Carries out a posted form: the only way from a browser to a command. The request must come from this site's own pages,
 * whoever sends it; who that is and what they may do is asked anew each time.
 *
 * @returns what became of it; where the command leads somewhere else, the browser goes there instead
 */
export async function submit<Input, Subject, Result>(
  command: Command<Input, Subject, Result>,
  form: FormData,
): Promise<FormState<Result>> {
  const { state, redirectTo } = await attempt(command, form);
  if (redirectTo !== undefined) goTo(redirectTo);
  return state;
}

interface Outcome<Result> {
  state: FormState<Result>;
  redirectTo?: string | undefined;
}

async function attempt<Input, Subject, Result>(
  command: Command<Input, Subject, Result>,
  form: FormData,
): Promise<Outcome<Result>> {
  const secretFields = command.secretFields ?? [];
  try {
    const call = await callOf(await headers());
    const raw = command.fromForm === undefined ? plainFields(form) : await command.fromForm(form);
    const key = secretFields.length === 0 ? submitKeyOf(form) : undefined;
    // What is kept for a repeated submit may not hold anything secret, so such a command has no memory.
    const result = await runCommand(command, raw, key === undefined ? call : { ...call, idempotencyKey: key });
    const answer = await command.respond?.(result, command.input.parse(raw));
    return { state: done(result), redirectTo: answer?.redirectTo ?? ownPath(backOf(form)) ?? undefined };
  } catch (thrown) {
    return { state: refused(thrown, command.name, { form, secretFields }) };
  }
}

/** @throws Problem `originRefused` */
async function callOf(sent: Headers): Promise<Call> {
  const origin = { origin: sent.get('origin'), host: sent.get('host') };
  if (!isOwnOrigin(origin, env().PUBLIC_URL)) throw new Problem('originRefused');
  // The last entry was written by the machine next to us; what stands before it is the sender's word.
  const address = sent.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? null;
  return {
    actor: await currentActor(),
    now: new Date(),
    requestId: requestId() ?? uuidv7(),
    source: { address, agent: sent.get('user-agent') },
  };
}

function done<Result>(result: Result): DoneState<Result> {
  return { status: 'done', result, submitKey: uuidv7() };
}

function refused(
  thrown: unknown,
  command: string,
  { form, secretFields }: { form: FormData; secretFields: readonly string[] },
): RefusedState {
  const submitKey = submitKeyOf(form);
  const kept = {
    status: 'refused' as const,
    values: typedFields(form, secretFields),
    ...(submitKey === undefined ? {} : { submitKey }),
  };
  if (!isProblem(thrown)) return { ...kept, code: 'unexpected', reference: logUnexpected(thrown, { command }) };
  const { cause, ...detail } = thrown.detail;
  // A page answers without the database as long as it can; why it is away stands in the log.
  if (thrown.code === 'unavailable') logUnexpected(cause ?? thrown, { command });
  return { ...kept, code: thrown.code, ...detail };
}
