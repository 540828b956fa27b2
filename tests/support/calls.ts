import { v7 as uuidv7 } from 'uuid';
import { createPerson } from '#features/accounts/commands/create-person.ts';
import type { Actor, Call, Grant, PersonActor, Role } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import type { Locale } from '#i18n/locales.ts';

/** The moment at which tests take place. */
export const NOW = new Date('2026-11-25T10:00:00Z');

/** The product itself. */
export const SYSTEM: Actor = { kind: 'system', reason: 'test' };

/** A call of somebody; of the product itself where nobody is named. */
export function callBy(actor: Actor = SYSTEM, changes: Partial<Call> = {}): Call {
  return { actor, now: NOW, requestId: uuidv7(), ...changes };
}

/** Somebody with a role, who has an account. */
export async function somebody(role: Role, locale: Locale | null = null): Promise<PersonActor> {
  const grants: Grant[] = [{ role, locale }];
  const who = { email: `${uuidv7()}@example.org`, name: `${role} ${locale ?? ''}`.trim(), locale: 'ar' as const };
  const { id } = await runCommand(createPerson, { ...who, grants, password: 'correct horse battery' }, callBy());
  return { kind: 'person', id, ...who, grants };
}
