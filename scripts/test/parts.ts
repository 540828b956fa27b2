import { mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeSecret } from '#platform/postgres/private-file.ts';
import type { Lifetime } from '#scripts/up/lifetime.ts';
import { buildIfChanged } from '#scripts/up/next-build.ts';
import { claimPort } from '#scripts/up/port.ts';
import type { Prepared } from '#scripts/up/prepare.ts';
import { type Program, ROOT, runToEnd, script } from '#scripts/up/programs.ts';
import { seedOnce } from '#scripts/up/seed-step.ts';
import { builtSite, serve } from '#scripts/up/serve.ts';
import { ensureBrowser } from './ensure-browser.ts';
import { countPlaywright, type CountReport, countVerdicts, countVitest, readReport } from './reports.ts';
import { addUp, type Tally, withExitCode } from './tally.ts';
import type { TestServer } from './test-server.ts';

/** What the parts share. */
export interface Setting {
  /** The one database server of the run. */
  server: () => Promise<TestServer>;
  lifetime: Lifetime;
  /** Ends the part when it takes too long, and with the command. */
  signal: AbortSignal;
}

/** One part of all tests. */
export interface Part {
  name: string;
  minutesMax: number;
  run: (setting: Setting) => Promise<Tally>;
}

/** All parts; what tells about mistakes soonest comes first. The limits are for what hangs: far more than a busy machine needs. */
export const PARTS: readonly Part[] = [
  { name: 'checks', minutesMax: 5, run: runChecks },
  { name: 'unit', minutesMax: 5, run: ({ signal }) => runVitest('unit', {}, signal) },
  { name: 'integration', minutesMax: 10, run: runIntegrationTests },
  { name: 'build', minutesMax: 5, run: runBuild },
  { name: 'browser', minutesMax: 40, run: runBrowserTests },
  { name: 'faults', minutesMax: 20, run: runFaults },
];

const RESULTS = join(ROOT, 'test-results');
const SITE_LOG = join(RESULTS, 'site.log');

async function runChecks({ signal }: Setting): Promise<Tally> {
  const { code, output } = await runToEnd({ args: script('verify'), environment: {} }, { signal, show: true });
  return withExitCode(countVerdicts(output), 'npm run verify', code);
}

async function runIntegrationTests({ server, signal }: Setting): Promise<Tally> {
  const { url } = await server();
  return runVitest('integration', { TEST_DATABASE_URL: url }, signal);
}

async function runVitest(project: string, environment: Record<string, string>, signal: AbortSignal): Promise<Tally> {
  const file = join(RESULTS, `${project}.json`);
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const args = ['node_modules/vitest/vitest.mjs', 'run', '--config=tests/vitest.config.ts', `--project=${project}`];
  const program = { args: [...args, ...reporters], environment };
  return runReporting(program, { name: `vitest, ${project}`, file, count: countVitest, signal });
}

async function runBuild({ signal }: Setting): Promise<Tally> {
  await buildIfChanged(signal, console.log);
  return { passed: 1, failed: 0, reasons: [] };
}

async function runBrowserTests({ server, lifetime, signal }: Setting): Promise<Tally> {
  await ensureBrowser(signal, console.log);
  // Built already, unless this part runs alone.
  await buildIfChanged(signal, console.log);
  const site = await startSite(await server(), { ...lifetime, asked: signal });
  const tallies: Tally[] = [];
  for (const round of ROUNDS) tallies.push(await runPlaywright(round, site, signal));
  const all = addUp(tallies);
  if (all.failed > 0) all.reasons.push(`What the site said meanwhile is in ${SITE_LOG}.`);
  return all;
}

/** What is broken on purpose, a minute each; how long things take belongs to runs of their own (docs/faults.md). */
const FAULTS = ['outage', 'restart', 'invalidation', 'schedule'];

async function runFaults({ signal }: Setting): Promise<Tally> {
  await buildIfChanged(signal, console.log);
  const tallies: Tally[] = [];
  for (const name of FAULTS) {
    const program = { args: script(`fault-${name}`, '--minutes', '1', '--untimed'), environment: {} };
    const { code, output } = await runToEnd(program, { signal });
    console.log(output);
    tallies.push(withExitCode(countVerdicts(output), `npm run fault:${name}`, code));
  }
  return addUp(tallies);
}

/** The seeded site as `npm run up` would serve it, on a free port and with a data folder of its own. */
async function startSite(server: TestServer, lifetime: Lifetime): Promise<Prepared> {
  mkdirSync(RESULTS, { recursive: true });
  const dataDir = mkdtempSync(join(tmpdir(), 'madinatan-site-'));
  lifetime.atEnd({
    stop: async () => {
      rmSync(dataDir, { recursive: true, force: true });
    },
  });
  const database = await server.makeSiteDatabase();
  await seedOnce(database, lifetime.asked, console.log);
  const port = await claimPort(0);
  const environment = {
    ...database,
    AUTH_SECRET: makeSecret(),
    DATA_DIR: dataDir,
    LOG_LEVEL: 'warn',
    NODE_ENV: 'production',
    GALLERY: 'open',
    PORT: String(port),
  };
  const site = await builtSite({ port, environment }, openSync(SITE_LOG, 'w'));
  await serve(site, port, lifetime);
  // Some tests ask Next itself, past the edge.
  return { port, environment: { ...environment, UPSTREAM_URL: site.webUrl } };
}

/** Browser tests that look at the site in the same state. */
interface Round {
  name: string;
  choice: string[];
}

const EVERYWHERE = ['--project=desktop', '--project=phone'];

/** The site as it is after the seed belongs to those who need it so: before there is an administrator, and readers. */
const ROUNDS: readonly Round[] = [
  { name: 'first-visit', choice: ['--project=first-visit'] },
  { name: 'readers', choice: ['/tests/e2e/public/', ...EVERYWHERE] },
  { name: 'staff', choice: ['^(?!.*/tests/e2e/public/)', ...EVERYWHERE] },
];

async function runPlaywright({ name, choice }: Round, { environment }: Prepared, signal: AbortSignal): Promise<Tally> {
  const cli = ['node_modules/@playwright/test/cli.js', 'test', '--config=tests/e2e/playwright.config.ts'];
  const program = {
    args: [...cli, `--output=${join(RESULTS, name)}`, ...choice],
    // What the tests arrange through our own code needs the server's side of packages that have two.
    environment: { ...environment, NODE_OPTIONS: '--conditions=react-server' },
  };
  const report = { name: `Playwright, ${name}`, file: join(RESULTS, 'browser.json') };
  return runReporting(program, { ...report, count: countPlaywright, signal });
}

interface Report {
  name: string;
  file: string;
  count: CountReport;
  signal: AbortSignal;
}

/** Runs a tool that writes a report, and counts it. */
async function runReporting(program: Program, { name, file, count, signal }: Report): Promise<Tally> {
  rmSync(file, { force: true });
  const { code } = await runToEnd(program, { signal, show: true });
  return withExitCode(readReport(file, count), name, code);
}
