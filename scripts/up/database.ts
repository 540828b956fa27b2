import { env } from '#platform/env.ts';
import { checkReachable } from '#platform/postgres/ask.ts';
import { startCluster } from '#platform/postgres/cluster.ts';
import { keepCluster } from './keep-cluster.ts';
import { prepareDatabase, type DatabaseEnvironment } from '#platform/postgres/prepare-database.ts';
import type { AtEnd } from './lifetime.ts';
import type { Note } from './progress.ts';

/** A database that answers. */
export interface OpenDatabase {
  environment: DatabaseEnvironment;
  /** To be called after the migrations. */
  openLogins: () => Promise<void>;
  /** `null` for a server that is not ours to stop. */
  atEnd: AtEnd | null;
}

const NAME = 'madinatan';

/**
 * The database to work with: the one of DATABASE_URL, else that of the embedded Postgres in the data folder.
 *
 * @throws Error that says which cannot be reached or started, and why
 */
export async function openDatabase(dataDir: string, note: Note): Promise<OpenDatabase> {
  const { DATABASE_URL: url } = env();
  return url === undefined ? openEmbedded(dataDir, note) : openGiven(url, note);
}

async function openGiven(url: string, note: Note): Promise<OpenDatabase> {
  const { DATABASE_URL_OWNER: owner = url, DATABASE_URL_PUBLIC: reader = url } = env();
  const environment = { DATABASE_URL_OWNER: owner, DATABASE_URL: url, DATABASE_URL_PUBLIC: reader };
  for (const [name, address] of Object.entries(environment)) {
    await checkReachable(address, address === url ? 'DATABASE_URL' : name);
  }
  note('the one of DATABASE_URL');
  return { environment, openLogins: () => Promise.resolve(), atEnd: null };
}

async function openEmbedded(dataDir: string, note: Note): Promise<OpenDatabase> {
  const cluster = await startCluster({ dataDir, log: note });
  const atEnd = keepCluster(cluster, dataDir, console.error);
  note(`Postgres on port ${String(cluster.port)}${cluster.reused ? ', was running already' : ''}`);
  const { environment, openLogins } = await prepareDatabase(cluster, NAME);
  return { environment, openLogins, atEnd };
}
