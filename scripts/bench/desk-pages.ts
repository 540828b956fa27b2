import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { DatabaseEnvironment } from '#platform/postgres/prepare-database.ts';
import { makeSecret } from '#platform/postgres/private-file.ts';
import type { Lifetime } from '#scripts/up/lifetime.ts';
import { claimPort } from '#scripts/up/port.ts';
import { next, ROOT } from '#scripts/up/programs.ts';
import { signIn } from '#tests/faults/rig/desk-form.ts';
import { rigProgram } from '#tests/faults/rig/program.ts';
import { countStatements, type StatementCounter } from '#tests/faults/rig/statement-counter.ts';
import { openAgent, visit } from '#tests/faults/rig/visit.ts';
import { BENCH_PERSON } from './desk-person.ts';
import { timeInTurn, type Times, timeTogether } from './measure.ts';

const ROUNDS = 60;
const EDITORS = 20;
const QUERIES_MAX = 6;
/** How long a whole page may take, drawing included, in 19 of 20 cases. */
const P95_MS_MAX: Record<string, number> = {
  'editor of facts': 200,
  'editor of a text': 200,
  'list of 50': 150,
  today: 150,
};

/**
 * Measures whole pages of the built site over the database of the measurement, and counts what each asks of it.
 *
 * @returns the exit code
 */
export async function measurePages(
  { environment, refs }: { environment: DatabaseEnvironment; refs: readonly string[] },
  lifetime: Lifetime,
): Promise<number> {
  const { front, statements } = await openSite(environment, lifetime);
  const cookie = await signIn(front, BENCH_PERSON);
  const agent = openAgent(EDITORS);
  const open = (address: string, mark: string) => async () => {
    const { status, text } = await visit(`${front}${address}`, { agent, headers: { cookie } });
    if (status !== 200 || !text.includes(mark)) throw new Error(`${address} answers ${String(status)}`);
  };
  const refAt = (at: number) => refs[at % refs.length] ?? '';
  const editor = (at: number, unit: string) => open(`/dashboard/records/${refAt(at)}?unit=${unit}`, refAt(at));
  const pages = {
    'editor of facts': async (round: number) => editor(round, 'facts'),
    'editor of a text': async (round: number) => editor(round + ROUNDS, 'ar'),
    'list of 50': async () => open('/dashboard/partnerships', 'P-'),
    today: async () => open('/dashboard', 'desk-nav'),
  };
  const baseline = { 'no page: is it alive?': async () => open('/api/health/live', '') };
  // The first of each page is drawn by code that was never run before.
  await timeInTurn(5, pages);
  const queries = Math.max(
    await countOf(statements, await pages['editor of facts'](0)),
    await countOf(statements, await pages['editor of a text'](0)),
  );
  const times = await timeInTurn(ROUNDS, { ...baseline, ...pages });
  const together = await timeTogether({ people: EDITORS, attempts: 8, pauseMs: 1000 }, async (person, attempt) =>
    editor(person * 20 + attempt, 'facts'),
  );
  return report({ ...times, 'editor, 20 people at work': together }, queries);
}

async function openSite(environment: DatabaseEnvironment, lifetime: Lifetime) {
  if (!existsSync(path.join(ROOT, '.next', 'BUILD_ID')))
    throw new Error('There is no build yet: run `npm run build` first.');
  const folder = mkdtempSync(path.join(tmpdir(), `madinatan-test-${String(process.pid)}-`));
  lifetime.atEnd({ stop: async () => rmSync(folder, { recursive: true, force: true }) });
  const statements = await countStatements(environment.DATABASE_URL, lifetime);
  const port = String(await claimPort(0));
  const front = `http://127.0.0.1:${port}`;
  const own = { NODE_ENV: 'production', AUTH_SECRET: makeSecret(), DATA_DIR: folder, PORT: port };
  const web = rigProgram(
    {
      program: {
        args: next('start', '--port', port, '--hostname', '127.0.0.1'),
        environment: { ...environment, ...own, DATABASE_URL: statements.url, NODE_OPTIONS: undefined },
      },
      answersAt: `${front}/api/health/live`,
      logFile: path.join(folder, 'next.log'),
    },
    lifetime.asked,
  );
  lifetime.atEnd({ stop: () => web.kill() });
  await web.start();
  return { front, statements };
}

/** How many statements one visit carries out. */
async function countOf({ executed }: StatementCounter, attempt: () => Promise<unknown>): Promise<number> {
  const sum = () => [...executed().values()].reduce((all, { count }) => all + count, 0);
  const before = sum();
  await attempt();
  return sum() - before;
}

function report(all: Record<string, Times>, queries: number): number {
  const bare = all['no page: is it alive?'] ?? { p50: 1, p95: 1 };
  console.log(`\n${'whole pages, milliseconds'.padEnd(30)}${'p50'.padStart(9)}${'p95'.padStart(9)}   p50 : no page`);
  for (const [name, { p50, p95 }] of Object.entries(all)) {
    const ratio = (p50 / bare.p50).toFixed(1).padStart(8);
    console.log(`${name.padEnd(30)}${p50.toFixed(1).padStart(9)}${p95.toFixed(1).padStart(9)}   ${ratio}`);
  }
  const bars = Object.entries(P95_MS_MAX).map(([name, most]) => {
    const p95 = all[name]?.p95 ?? Infinity;
    return { isMet: p95 <= most, words: `${name}: p95 ${p95.toFixed(1)} ms, bar ${String(most)} ms` };
  });
  const asked = {
    isMet: queries <= QUERIES_MAX,
    words: `editor: ${String(queries)} queries, bar ${String(QUERIES_MAX)}`,
  };
  for (const { isMet, words } of [...bars, asked]) console.log(`${words}: ${isMet ? 'met' : 'NOT met'}`);
  return [...bars, asked].every(({ isMet }) => isMet) ? 0 : 1;
}
