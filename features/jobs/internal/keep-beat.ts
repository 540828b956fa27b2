import { sql } from 'drizzle-orm';
import { setTimeout as sleep } from 'node:timers/promises';
import { transaction } from '#db/client.ts';
import { beat } from '#db/schema/jobs.ts';
import { WORKER } from '#features/settings/model.ts';
import { log } from '#platform/log.ts';

const BEAT_MS = 5000;

/**
 * Says in the database every five seconds that a worker is alive, on the database's clock, until `signal` says stop. A long
 * job does not keep it from that.
 */
export async function keepBeat(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    // Where the database is away there is nobody to tell, and whoever asks for the beat learns that first.
    await noteBeat().catch((error: unknown) => log.debug({ error }, 'a beat was missed'));
    await sleep(BEAT_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function noteBeat(): Promise<void> {
  const at = sql`clock_timestamp()`;
  await transaction(async (tx) => {
    await tx.insert(beat).values({ name: WORKER, at }).onConflictDoUpdate({ target: beat.name, set: { at } });
  });
}
