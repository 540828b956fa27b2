import { startCluster, type Cluster } from '#platform/postgres/cluster.ts';
import { isAlive } from '#platform/postgres/postmaster.ts';
import type { AtEnd } from './lifetime.ts';

const LOOK_EVERY_MS = 1000;

/**
 * Watches over a running embedded Postgres and starts it again, on the same port, whenever it is gone.
 *
 * @param report - is told in a line what happened
 * @returns what ends the watch and the server
 */
export function keepCluster(first: Cluster, dataDir: string, report: (line: string) => void): AtEnd {
  let { pid } = first;
  let revival: Promise<void> | null = null;

  const revive = async () => {
    report('The database ended and is started again.');
    try {
      ({ pid } = await startCluster({ dataDir, port: first.port }));
      report('The database runs again.');
    } catch (thrown) {
      // Tried again at the next look.
      report(thrown instanceof Error ? thrown.message : String(thrown));
    }
    revival = null;
  };
  const timer = setInterval(() => {
    if (revival === null && !isAlive(pid)) revival = revive();
  }, LOOK_EVERY_MS);

  return {
    stop: async () => {
      clearInterval(timer);
      await revival;
      await first.stop();
    },
    kill: () => {
      // Postgres calls this an immediate shutdown: it recovers at the next start, and nothing acknowledged is lost.
      if (isAlive(pid)) process.kill(pid, 'SIGQUIT');
    },
  };
}
