import { appDb } from '#db/client.ts';
import type { Actor } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import { isFourEyes } from '../internal/four-eyes.ts';
import { mayReadDrafts } from '../policy.ts';

/**
 * Whether a release of one's own work waits until somebody else has approved it.
 *
 * @throws Problem `forbidden`: how the desk works is for staff
 */
export async function findFourEyes(actor: Actor): Promise<boolean> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  return isFourEyes(appDb());
}
