import { and, eq } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { idempotency } from '#db/schema/ledger.ts';
import { Problem } from '#platform/problem.ts';
import type { Call } from '../model.ts';

interface Attempt {
  call: Call;
  command: string;
  bodyHash: string;
}

/**
 * The answer that was given to the same submit before, or `null` for a first one, which is then booked.
 *
 * A second submit that arrives while the first is still running waits on the unique key and gets the first one's answer.
 *
 * @throws Problem `invalid`: the key was used for something else
 */
export async function recallAnswer(tx: Database, attempt: Attempt): Promise<{ result: unknown } | null> {
  const key = attempt.call.idempotencyKey;
  if (key === undefined) return null;
  const actor = actorKey(attempt.call);
  const booked = await tx
    .insert(idempotency)
    .values({ actor, key, command: attempt.command, bodyHash: attempt.bodyHash, at: attempt.call.now })
    .onConflictDoNothing()
    .returning({ key: idempotency.key });
  if (booked.length > 0) return null;
  const [row] = await tx
    .select()
    .from(idempotency)
    .where(and(eq(idempotency.actor, actor), eq(idempotency.key, key)));
  if (row === undefined || row.command !== attempt.command || row.bodyHash !== attempt.bodyHash) {
    throw new Problem('invalid', { fields: [{ path: 'idempotencyKey', reason: 'keyReused' }] });
  }
  return { result: row.result };
}

/** Keeps the answer for a repeated submit. */
export async function rememberAnswer(tx: Database, attempt: Attempt, result: unknown): Promise<void> {
  const key = attempt.call.idempotencyKey;
  if (key === undefined) return;
  await tx
    .update(idempotency)
    .set({ result: result ?? null })
    .where(and(eq(idempotency.actor, actorKey(attempt.call)), eq(idempotency.key, key)));
}

function actorKey(call: Call): string {
  return call.actor.kind === 'person' ? call.actor.id : call.actor.kind;
}
