import { runCommand } from '#features/ledger/run-command.ts';
import { completeNames } from './commands/complete-names.ts';

/** Writes the names in lists of all places that have none yet. */
export async function completePlaceNames(now: Date): Promise<void> {
  const { name } = completeNames;
  const call = { actor: { kind: 'system', reason: name } as const, now, requestId: `${name}:${now.toISOString()}` };
  while ((await runCommand(completeNames, {}, call)).written > 0);
}
