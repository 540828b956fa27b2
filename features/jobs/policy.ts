import { isAdministrator } from '#features/accounts/policy.ts';
import type { Actor } from '#features/ledger/model.ts';

/** Administrators see what failed behind the scenes, and decide what becomes of it. */
export function mayMindJobs(actor: Actor): boolean {
  return isAdministrator(actor);
}
