import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { migrate } from '#db/migrate.ts';
import { childEnvironment } from '#platform/env.ts';
import type { Cluster } from '#platform/postgres/cluster.ts';
import { type DatabaseEnvironment, prepareDatabase } from '#platform/postgres/prepare-database.ts';
import { startTemporaryCluster } from '#platform/postgres/temporary-cluster.ts';
import { fillPublished, readCorpus } from './bench/search-fill.ts';
import { generateRegister, readRegister } from './bench/search-rows.ts';

/**
 * `npm run bench:search [-- FOLDER]`: what a search finds and what it costs with 13,000 partnerships and 9,000 places, beside
 * `ILIKE` and Postgres' own Arabic full text on the same rows. The register is generated, or read from `cities.csv` and
 * `links.csv` of FOLDER; the small register of the Arabic test set stands among it.
 */
const NAME = 'bench';

const [folder] = process.argv.slice(2);
const cluster = await startTemporaryCluster();
try {
  const environment = await fill(cluster);
  process.exitCode = await measure(environment);
} finally {
  await cluster.stop();
}

async function fill(server: Cluster): Promise<DatabaseEnvironment> {
  const { environment, openLogins } = await prepareDatabase(server, NAME);
  await migrate({ ownerUrl: environment.DATABASE_URL_OWNER });
  await openLogins();
  const register = folder === undefined ? generateRegister() : readRegister(folder);
  const admin = postgres(server.url(NAME), { max: 1, onnotice: () => undefined });
  try {
    await fillPublished(admin, readCorpus(), register);
  } finally {
    await admin.end({ timeout: 1 });
  }
  const { cities, links } = register;
  console.log(
    `${String(cities.length)} places and ${String(links.length)} partnerships, ` +
      `${folder === undefined ? 'generated' : 'read from a folder'}, with the small register of the test set`,
  );
  return environment;
}

async function measure(environment: DatabaseEnvironment): Promise<number> {
  const script = fileURLToPath(new URL('bench/search-measure.ts', import.meta.url));
  const options = { env: childEnvironment({ ...environment, NODE_OPTIONS: undefined }), stdio: 'inherit' as const };
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script], options);
  await once(child, 'exit');
  return child.exitCode ?? 1;
}
