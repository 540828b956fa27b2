import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster, stopCluster, type Cluster } from './cluster.ts';
import { isAlive } from './postmaster.ts';

const PREFIX = 'madinatan-test-';

/**
 * Starts a cluster for one test run in a folder of its own, without waiting for the disk; `stop` removes it altogether.
 * What killed runs left behind is removed as well.
 */
export async function startTemporaryCluster(): Promise<Cluster> {
  await removeAbandonedClusters();
  const dataDir = mkdtempSync(join(tmpdir(), `${PREFIX}${String(process.pid)}-`));
  const cluster = await startCluster({ dataDir, fsync: false });
  return { ...cluster, stop: () => remove(cluster, dataDir) };
}

async function remove(cluster: Cluster, dataDir: string): Promise<void> {
  await cluster.stop();
  rmSync(dataDir, { recursive: true, force: true });
}

/** Stops and removes the temporary clusters of programs that are gone. */
export async function removeAbandonedClusters(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(new RegExp(`^${PREFIX}(\\d+)-`, 'u').exec(name)?.[1] ?? Number.NaN);
    const dataDir = join(tmpdir(), name);
    if (Number.isNaN(pid) || isAlive(pid) || !isOurs(dataDir)) continue;
    await stopCluster(dataDir);
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** Another account's folder of the same name is none of our business. */
function isOurs(folder: string): boolean {
  return process.getuid === undefined || statSync(folder, { throwIfNoEntry: false })?.uid === process.getuid();
}
