import { join } from 'node:path';
import { migrate } from '#db/migrate.ts';
import { ask, type Connection } from '#platform/postgres/ask.ts';
import { findBinaries } from '#platform/postgres/binaries.ts';
import { type Cluster, startCluster } from '#platform/postgres/cluster.ts';
import { type DatabaseEnvironment, prepareDatabase } from '#platform/postgres/prepare-database.ts';
import { runProgram } from '#platform/postgres/run-as.ts';
import { copyRecords } from '#scripts/bench/copy-records.ts';
import { seedOnce } from '#scripts/up/seed-step.ts';
import type { Lifetime } from '#scripts/up/lifetime.ts';

const NAME = 'faults';

/** The database of the rig, which may be taken away. */
export interface RigDatabase {
  environment: DatabaseEnvironment;
  /** Where a superuser signs in. */
  adminUrl: string;
  /** Asks something as a superuser, over a connection of its own. */
  asAdmin: <T>(work: (connection: Connection) => Promise<T>) => Promise<T>;
  /** As `pg_ctl stop -m immediate` does: no good-bye to anybody, recovery at the next start. */
  stopAtOnce: () => Promise<void>;
  /** Starts it again at the same address. */
  start: () => Promise<void>;
}

/**
 * A cluster of its own that waits for the disk as in production, with the seed and as many copies of its records as asked.
 *
 * @param dataDir - is made, and is left to be removed by the caller
 */
export async function openRigDatabase(
  dataDir: string,
  copies: number,
  { asked, atEnd }: Lifetime,
): Promise<RigDatabase> {
  const cluster = await startCluster({ dataDir, fsync: true });
  // Whichever server runs on the folder at the end.
  atEnd({ stop: async () => cluster.stop(), kill: () => process.kill(cluster.pid, 'SIGQUIT') });
  const environment = await fill(cluster, copies, asked);
  const adminUrl = cluster.url(NAME);
  return {
    environment,
    adminUrl,
    asAdmin: (work) => ask(adminUrl, work),
    stopAtOnce: () => stopAtOnce(join(dataDir, 'postgres')),
    start: async () => {
      await startCluster({ dataDir, port: cluster.port, fsync: true });
    },
  };
}

async function fill(cluster: Cluster, copies: number, asked: AbortSignal): Promise<DatabaseEnvironment> {
  const { environment, openLogins } = await prepareDatabase(cluster, NAME);
  await migrate({ ownerUrl: environment.DATABASE_URL_OWNER });
  await openLogins();
  await seedOnce(environment, asked, () => undefined);
  if (copies > 0) await ask(cluster.url(NAME), (connection) => copyRecords(connection, copies));
  return environment;
}

async function stopAtOnce(folder: string): Promise<void> {
  const { pgCtl } = findBinaries();
  const { ok, output } = await runProgram(pgCtl, ['stop', '--mode=immediate', '--wait', `--pgdata=${folder}`]);
  if (!ok) throw new Error(`the database could not be stopped: ${output}`);
}
