import { v7 as uuidv7 } from 'uuid';
import type { Actor, Call } from '#features/ledger/model.ts';
import { ANONYMOUS } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { createPerson } from '#features/accounts/commands/create-person.ts';
import { openSession } from '#features/accounts/commands/open-session.ts';

/** A password that the rules accept. */
export const PASSWORD = 'correct horse battery';

/** The moment at which these tests take place. */
export const NOW = new Date('2026-11-25T10:00:00Z');

/** A moment of these tests. */
export function after({ minutes = 0, seconds = 0 }: { minutes?: number; seconds?: number }): Date {
  return new Date(NOW.getTime() + (minutes * 60 + seconds) * 1000);
}

/** A call of the product itself. */
export function systemCall(changes: Partial<Call> = {}): Call {
  return { actor: { kind: 'system', reason: 'test' }, now: NOW, requestId: uuidv7(), ...changes };
}

/** A call of somebody. */
export function callBy(actor: Actor, changes: Partial<Call> = {}): Call {
  return systemCall({ actor, ...changes });
}

/** A call of somebody unknown, from a network address. */
export function strangerCall({ now = NOW, address = '192.0.2.7' }: { now?: Date; address?: string | null } = {}): Call {
  return { actor: ANONYMOUS, now, requestId: uuidv7(), source: { address, agent: 'Test browser' } };
}

/** Adds a person, an editor unless told otherwise, and gives the id. */
export async function aPerson(changes: Record<string, unknown> = {}): Promise<string> {
  const given = { email: 'salma@example.org', name: 'سلمى حداد', locale: 'ar', password: PASSWORD, ...changes };
  const { id } = await runCommand(createPerson, { grants: [{ role: 'editor' }], ...given }, systemCall());
  return id;
}

/** Tries to sign in. */
export async function signIn(
  { email = 'salma@example.org', password = PASSWORD }: { email?: string; password?: string } = {},
  call: Call = strangerCall(),
) {
  return runCommand(openSession, { email, password }, call);
}

/** Signs in and gives the token of the session. */
export async function signedInToken(call: Call = strangerCall()): Promise<string> {
  const answer = await signIn({}, call);
  if ('refused' in answer) throw new Error(answer.refused);
  return answer.token;
}
