import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import postgres from 'postgres';
import { migrate } from '#db/migrate.ts';
import { childEnvironment } from '#platform/env.ts';
import { type Cluster, startCluster } from '#platform/postgres/cluster.ts';
import { type DatabaseEnvironment, prepareDatabase } from '#platform/postgres/prepare-database.ts';
import { findFlaws, sumOf } from '#tests/faults/kill-check.ts';
import { copyRecords } from './bench/copy-records.ts';
import { measurePages } from './bench/desk-pages.ts';
import { runCommand } from './up/lifetime.ts';

/**
 * `npm run bench:desk`: what saving, listing, editing and the first page cost with 13,000 generated records, 7,020 of them
 * partnerships, in the three languages that the product has, on a database server of its own that waits for the disk as in
 * production. 250 records are made by the importer, through the commands; the rest are copies of their rows in every table, and
 * the checks of `fault:kill` say whether anything about those is amiss. Whole pages are measured on the last build.
 */
const COPIES = 51;
const NAME = 'bench';

await runCommand(async (lifetime) => {
  // Of this name, the next run of the tests removes what an interrupted one leaves.
  const dataDir = mkdtempSync(path.join(tmpdir(), `madinatan-test-${String(process.pid)}-`));
  lifetime.atEnd({ stop: async () => rmSync(dataDir, { recursive: true, force: true }) });
  const cluster = await startCluster({ dataDir, fsync: true });
  lifetime.atEnd({ stop: async () => cluster.stop() });
  const filled = await fill(cluster);
  const deeds = await run('desk-measure.ts', filled.environment);
  const pages = await measurePages(filled, lifetime);
  return Math.max(deeds, pages);
});

async function fill({ url, ...own }: Cluster): Promise<{ environment: DatabaseEnvironment; refs: string[] }> {
  const { environment, openLogins } = await prepareDatabase({ url, ...own }, NAME);
  await migrate({ ownerUrl: environment.DATABASE_URL_OWNER });
  await openLogins();
  const status = await run('desk-records.ts', environment);
  if (status !== 0) throw new Error('the records could not be made');
  const admin = postgres(url(NAME), { max: 1, onnotice: () => undefined });
  try {
    await copyRecords(admin, COPIES);
    const [row] = await admin<{ records: number; made: number }[]>`
      select count(*)::int as records, (count(*) / ${COPIES + 1})::int as made from record`;
    const flaws = sumOf(await findFlaws(admin));
    console.log(
      `${String(row?.records)} generated records, ${String(row?.made)} of them through commands, the rest bulk copies ` +
        `of their rows; ${String(flaws)} flaws in units, histories, pointers and what readers see`,
    );
    const refs = await admin<{ ref: string }[]>`
      select ref from record where kind = 'partnership' order by md5(id::text || 'pages') limit 400`;
    return { environment, refs: refs.map(({ ref }) => ref) };
  } finally {
    await admin.end({ timeout: 1 });
  }
}

async function run(file: string, environment: DatabaseEnvironment): Promise<number> {
  const script = fileURLToPath(new URL(`bench/${file}`, import.meta.url));
  const options = { env: childEnvironment({ ...environment, NODE_OPTIONS: undefined }), stdio: 'inherit' as const };
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', script], options);
  await once(child, 'exit');
  return child.exitCode ?? 1;
}
