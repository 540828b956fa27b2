import { holds, isStaff } from '#features/accounts/policy.ts';
import type { Actor } from '#features/ledger/model.ts';

/** Staff read which words count as the same. */
export function mayReadSynonyms(actor: Actor): boolean {
  return isStaff(actor);
}

/** What counts as the same shows to readers at once, so it is for those who release. */
export function mayKeepSynonyms(actor: Actor): boolean {
  return holds(actor, ['publisher', 'administrator']);
}
