import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { env } from '#platform/env.ts';
import { cpuMsOf } from './bench/cpu-time.ts';
import { type Lifetime, runCommand } from './up/lifetime.ts';
import { claimPort } from './up/port.ts';
import { endProgram, launch, next, type Program, ROOT, runToEnd } from './up/programs.ts';
import { waitForAnswer } from './up/wait-for-answer.ts';

/**
 * How many requests a second a kept Arabic page is good for, and what one costs the server, beside a bare `node:http` server
 * that sends the same bytes. Both are asked in turns within one run, since machines are noisy; what counts is the ratio.
 */
const { values } = parseArgs({
  options: {
    path: { type: 'string', default: '/partnerships/hamburg-busan' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    connections: { type: 'string', default: '16' },
  },
});
const rounds = Math.max(1, Number.parseInt(values.rounds, 10) || 1);
const SERVER_CORE = 0;
const CLIENT_CORE = 1;
const WRK = '/usr/bin/wrk';
const hasWrk = existsSync(WRK);
const isPinned = process.platform === 'linux' && existsSync('/usr/bin/taskset') && availableParallelism() > 1;

const answered = z.object({ answers: z.number(), seconds: z.number() });

interface Contender {
  name: string;
  url: string;
  pid: number;
}

/** What one round showed. */
interface Round {
  perSecond: number;
  /** Microseconds of processor time a request; `null` where the system does not tell. */
  cpuMicros: number | null;
}

await runCommand(async (lifetime) => {
  if (!existsSync(join(ROOT, '.next', 'BUILD_ID')))
    throw new Error('There is no build yet: run `npm run build` first.');
  const site = await startSite(lifetime);
  const body = await fetchKept(site.url);
  const bare = await startBare(body, lifetime);
  const contenders = [site, bare];
  for (const contender of contenders) await measure(contender, lifetime, '1');
  const results = new Map<string, Round[]>(contenders.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    // Whoever comes second finds a warmer machine, so they take turns at that as well.
    for (const contender of round % 2 === 0 ? contenders : contenders.toReversed()) {
      results.get(contender.name)?.push(await measure(contender, lifetime, values.seconds));
    }
  }
  report(body.length, results.get(site.name) ?? [], results.get(bare.name) ?? []);
  return 0;
});

async function startSite(lifetime: Lifetime): Promise<Contender> {
  const port = String(await claimPort(0));
  const environment = { NODE_ENV: 'production', PORT: port, AUTH_SECRET: env().AUTH_SECRET ?? 'x'.repeat(32) };
  const pid = start({ args: next('start', '--port', port), environment }, lifetime);
  const url = `http://127.0.0.1:${port}${values.path}`;
  await waitForAnswer(url, lifetime.asked);
  return { name: 'next start', url, pid };
}

async function startBare(body: Buffer, lifetime: Lifetime): Promise<Contender> {
  const folder = mkdtempSync(join(tmpdir(), 'madinatan-bench-'));
  lifetime.atEnd({ stop: async () => rmSync(folder, { recursive: true, force: true }) });
  const file = join(folder, 'page.html');
  writeFileSync(file, body);
  const port = String(await claimPort(0));
  const args = ['--import', 'tsx', 'scripts/bench/bare-server.ts', file, port];
  const pid = start({ args, environment: { NODE_ENV: 'production' } }, lifetime);
  const url = `http://127.0.0.1:${port}${values.path}`;
  await waitForAnswer(url, lifetime.asked);
  return { name: 'bare node:http', url, pid };
}

function start(program: Program, lifetime: Lifetime): number {
  const child = launch(onCore(SERVER_CORE, program), 'errors');
  lifetime.atEnd({ stop: async () => endProgram(child) });
  if (child.pid === undefined) throw new Error(`${program.args.join(' ')} does not start.`);
  return child.pid;
}

/** The bytes of the page, once Next keeps it. */
async function fetchKept(url: string): Promise<Buffer> {
  await fetch(url);
  const answer = await fetch(url, { headers: { 'accept-encoding': 'identity' } });
  const cache = answer.headers.get('x-nextjs-cache');
  if (!answer.ok || cache !== 'HIT') {
    throw new Error(
      `${values.path} answers ${String(answer.status)} (${cache ?? 'not kept'}); is the seed in the database?`,
    );
  }
  return Buffer.from(await answer.arrayBuffer());
}

async function measure({ url, pid }: Contender, { asked }: Lifetime, seconds: string): Promise<Round> {
  const before = cpuMsOf(pid);
  const { code, output } = await runToEnd(onCore(CLIENT_CORE, clientFor(url, seconds)), { signal: asked });
  if (code !== 0) throw new Error(output);
  const after = cpuMsOf(pid);
  const { answers, seconds: took } = readAnswers(output);
  const cpuMicros = before === null || after === null ? null : ((after - before) * 1000) / answers;
  return { perSecond: answers / took, cpuMicros };
}

/** wrk where it is installed, since it works least itself; else the small client of our own. */
function clientFor(url: string, seconds: string): Program {
  const { connections } = values;
  if (hasWrk) return { command: WRK, args: ['-t1', `-c${connections}`, `-d${seconds}s`, url], environment: {} };
  return { args: ['--import', 'tsx', 'scripts/bench/load-client.ts', url, seconds, connections], environment: {} };
}

function readAnswers(output: string): z.infer<typeof answered> {
  if (!hasWrk) return answered.parse(JSON.parse(output.split('\n').at(-1) ?? ''));
  const [, answers, seconds] = /(\d+) requests in ([\d.]+)s/u.exec(output) ?? [];
  if (output.includes('Non-2xx')) throw new Error(output);
  return answered.parse({ answers: Number(answers), seconds: Number(seconds) });
}

function onCore(core: number, program: Program): Program {
  if (!isPinned) return program;
  const command = program.command ?? process.execPath;
  return { ...program, command: 'taskset', args: ['--cpu-list', String(core), command, ...program.args] };
}

function report(bytes: number, site: readonly Round[], bare: readonly Round[]): void {
  const where = isPinned ? 'server and client on a core each' : 'server and client not pinned';
  const client = hasWrk ? 'wrk' : 'own client';
  console.log(
    `${values.path}: ${count(bytes)} bytes, ${values.connections} connections, ` +
      `medians of ${String(rounds)} × ${values.seconds} s in turns, ${client}, ${where}`,
  );
  const rows = [
    { name: 'next start', ...medians(site) },
    { name: 'bare node:http', ...medians(bare) },
  ] as const;
  for (const { name, perSecond, cpuMicros } of rows) {
    console.log(
      `${name.padEnd(16)}${count(perSecond).padStart(10)} requests/s${micros(cpuMicros).padStart(12)} µs CPU/request`,
    );
  }
  const [own, least] = rows;
  const cost = own.cpuMicros === null || !least.cpuMicros ? 'unknown' : (own.cpuMicros / least.cpuMicros).toFixed(1);
  console.log(`ratio: ${(own.perSecond / least.perSecond).toFixed(3)} × requests, ${cost} × CPU`);
}

function medians(all: readonly Round[]): Round {
  const times = all.flatMap(({ cpuMicros }) => cpuMicros ?? []);
  return {
    perSecond: median(all.map(({ perSecond }) => perSecond)),
    cpuMicros: times.length === 0 ? null : median(times),
  };
}

function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}

function micros(number: number | null): string {
  return number === null ? 'unknown' : count(number);
}
