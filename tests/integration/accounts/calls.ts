import { createPerson } from '#features/accounts/commands/create-person.ts';
import { openSession } from '#features/accounts/commands/open-session.ts';
import { ANONYMOUS, type Call } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { callBy, NOW } from '#tests/support/calls.ts';

/** A password that the rules accept. */
export const PASSWORD = 'correct horse battery';

/** A moment after the one at which tests take place. */
export function after({ minutes = 0, seconds = 0 }: { minutes?: number; seconds?: number }): Date {
  return new Date(NOW.getTime() + (minutes * 60 + seconds) * 1000);
}

/** A call of somebody unknown, from a network address. */
export function strangerCall({ now = NOW, address = '192.0.2.7' }: { now?: Date; address?: string | null } = {}): Call {
  return callBy(ANONYMOUS, { now, source: { address, agent: 'Test browser' } });
}

/** Adds a person, an editor unless told otherwise, and gives the id. */
export async function aPerson(changes: Record<string, unknown> = {}): Promise<string> {
  const given = { email: 'salma@example.org', name: 'سلمى حداد', locale: 'ar', password: PASSWORD, ...changes };
  const { id } = await runCommand(createPerson, { grants: [{ role: 'editor' }], ...given }, callBy());
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
