import type { Actor, Role } from '#features/ledger/model.ts';
import type { Locale } from '#i18n/locales.ts';

/**
 * Whether an actor holds one of the roles, in every language or in the one asked for. The product itself may do
 * everything; what it does is in the audit trail with its reason.
 */
export function holds(actor: Actor, roles: readonly Role[], locale: Locale | null = null): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'anonymous') return false;
  return actor.grants.some((grant) => roles.includes(grant.role) && (grant.locale === null || grant.locale === locale));
}

/** Whether somebody is signed in, with whatever rights, or is the product itself. */
export function isStaff(actor: Actor): boolean {
  return actor.kind === 'system' || (actor.kind === 'person' && actor.grants.length > 0);
}

/** Whether an actor may manage people, rights and everything else. */
export function isAdministrator(actor: Actor): boolean {
  return holds(actor, ['administrator']);
}
