import { holds, isStaff } from '#features/accounts/policy.ts';
import { type Actor, personIdOf } from '#features/ledger/model.ts';
import type { SharedWith } from './model.ts';

/** Everybody who may see lists keeps views of their own. */
export function mayKeepView(actor: Actor, sharedWith: SharedWith): boolean {
  return sharedWith === 'owner' ? isStaff(actor) : mayShareViews(actor);
}

/** What stands over the list of everybody, or of a role, is for those who release. */
export function mayShareViews(actor: Actor): boolean {
  return holds(actor, ['publisher', 'administrator']);
}

/** A view of one's own is changed by its owner alone, a shared one by those who may share. */
export function mayChangeView(
  actor: Actor,
  { ownerId, sharedWith }: { ownerId: string; sharedWith: SharedWith },
  becomes: SharedWith = sharedWith,
): boolean {
  const isOwn = personIdOf(actor) === ownerId;
  return (isOwn || sharedWith !== 'owner') && mayKeepView(actor, sharedWith) && mayKeepView(actor, becomes);
}
