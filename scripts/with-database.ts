import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment, env } from '#platform/env.ts';
import { startCluster } from '#platform/postgres/cluster.ts';
import { findPostmaster } from '#platform/postgres/postmaster.ts';

/**
 * Runs a script with a database: the one of DATABASE_URL, else the one that `npm run up` keeps running meanwhile in the
 * data folder. `node … scripts/with-database.ts admin reset EMAIL` runs `scripts/admin.ts`.
 */
const [script = '', ...args] = process.argv.slice(2);
process.exitCode = await main();

async function main(): Promise<number> {
  const environment = await findDatabase();
  if (environment === null) {
    console.error('There is no database: start `npm run up` and leave it running, or name one in DATABASE_URL.');
    return 1;
  }
  const file = fileURLToPath(new URL(`${script}.ts`, import.meta.url));
  const options = { env: childEnvironment(environment), stdio: 'inherit' as const };
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', file, ...args], options);
  await once(child, 'exit');
  return child.exitCode ?? 1;
}

/** Settings that lead to the database; `null` where there is none. A server that stands still is not started. */
async function findDatabase(): Promise<Record<string, string> | null> {
  const { DATABASE_URL, DATA_DIR } = env();
  if (DATABASE_URL !== undefined) return {};
  if (findPostmaster(join(DATA_DIR, 'postgres')) === null) return null;
  const { url } = await startCluster({ dataDir: DATA_DIR });
  return {
    DATABASE_URL: url('madinatan', 'madinatan_app'),
    DATABASE_URL_OWNER: url('madinatan', 'madinatan_owner'),
    DATABASE_URL_PUBLIC: url('madinatan', 'madinatan_public'),
  };
}
