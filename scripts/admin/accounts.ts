import { v7 as uuidv7 } from 'uuid';
import { createPerson } from '#features/accounts/commands/create-person.ts';
import { issueResetLink } from '#features/accounts/commands/issue-reset-link.ts';
import { issueSetUpLink } from '#features/accounts/commands/issue-set-up-link.ts';
import { linkAddress } from '#features/accounts/link-address.ts';
import type { Call } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';

/** An account as somebody at the machine asks for it. */
export interface NewAccount {
  email: string;
  roles: readonly string[];
  /** Of the interface; a translator or reviewer works in this one only. */
  locale: string;
  name: string | undefined;
}

/** The roles that belong to one language. */
const BOUND_ROLES = new Set(['translator', 'reviewer']);

/**
 * Makes an account.
 *
 * @returns a sentence about it
 * @throws Problem `invalid`
 */
export async function createAccount({ email, roles, locale, name }: NewAccount, password: string): Promise<string> {
  const grants = roles.map((role) => ({ role, locale: BOUND_ROLES.has(role) ? locale : null }));
  const account = { email, name: name ?? email.split('@')[0], locale, password, grants };
  await runCommand(createPerson, account, call());
  return `${email} may sign in as ${roles.join(', ')}.`;
}

/**
 * The address under which a person chooses a new password.
 *
 * @throws Problem `notFound`
 */
export async function newResetLink(email: string): Promise<string> {
  const { token } = await runCommand(issueResetLink, { email }, call());
  return linkAddress(token);
}

/** The address under which the first administrator is made, or a sentence where there is one. */
export async function newSetUpLink(): Promise<string> {
  const link = await runCommand(issueSetUpLink, {}, call());
  return link === null ? 'There is an administrator already.' : linkAddress(link.token);
}

function call(): Call {
  return { actor: { kind: 'system', reason: 'npm run admin' }, now: new Date(), requestId: uuidv7() };
}
