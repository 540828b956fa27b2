import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { type Program, runToEnd } from '#scripts/up/programs.ts';

/** A crowd that asks as fast as it is answered. */
export interface Load {
  base: string;
  /** Asked for in turn. */
  paths: readonly string[];
  seconds: number;
  connections: number;
  /** What the crowd takes: `identity`, `gzip` or `br`. */
  encoding?: string;
  /** Whether the crowd keeps to a core of its own. */
  isPinned?: boolean;
}

/** What the crowd met. */
export interface LoadResult {
  answers: number;
  seconds: number;
  /** Answers other than 200, and broken connections. */
  failed: number;
  p99Ms: number;
}

const WRK = '/usr/bin/wrk';
const TASKSET = '/usr/bin/taskset';
const CLIENT_CORE = 1;
const UNITS: Record<string, number> = { us: 0.001, ms: 1, s: 1000, m: 60_000 };

const answered = z.object({ answers: z.number(), seconds: z.number(), failed: z.number(), p99Ms: z.number() });

/** wrk where it is installed, since it works least itself; else the small client of our own. */
export const LOAD_CLIENT = existsSync(WRK) ? 'wrk' : 'own client';

/** Whether servers and crowd can have a core each. */
export const CAN_PIN = process.platform === 'linux' && existsSync(TASKSET) && availableParallelism() > 1;

/** The core that servers keep to where they are measured. */
export const SERVER_CORE = 0;

/** Lets a crowd ask for a while. */
export async function runLoad(load: Load, signal: AbortSignal): Promise<LoadResult> {
  const program = LOAD_CLIENT === 'wrk' ? wrk(load) : ownClient(load);
  const pinned = load.isPinned === true ? onCore(CLIENT_CORE, program) : program;
  const { code, output } = await runToEnd(pinned, { signal });
  if (code !== 0) throw new Error(output);
  return LOAD_CLIENT === 'wrk' ? readWrk(output) : answered.parse(JSON.parse(output.split('\n').at(-1) ?? ''));
}

/** The same program kept to one core, where the system can. */
export function onCore(core: number, program: Program): Program {
  if (!CAN_PIN) return program;
  const command = program.command ?? process.execPath;
  return { ...program, command: TASKSET, args: ['--cpu-list', String(core), command, ...program.args] };
}

function wrk({ base, connections, encoding = 'identity', paths, seconds }: Load): Program {
  const size = ['-t1', `-c${String(connections)}`, `-d${String(seconds)}s`, '--timeout', '10s', '--latency'];
  const header = ['-H', `accept-encoding: ${encoding}`];
  const [path = '/'] = paths;
  // The script costs the client time, so a single address goes without it.
  const asked = paths.length === 1 ? [base + path] : ['-s', 'scripts/bench/paths.lua', base, '--', ...paths];
  return { command: WRK, args: [...size, ...header, ...asked], environment: {} };
}

function ownClient({ base, connections, encoding = 'identity', paths, seconds }: Load): Program {
  const asked = [String(seconds), String(connections), encoding, ...paths.map((path) => base + path)];
  return { args: ['--import', 'tsx', 'scripts/bench/load-client.ts', ...asked], environment: {} };
}

function readWrk(output: string): LoadResult {
  const [, answers] = /(\d+) requests in/u.exec(output) ?? [];
  const wrong = /Non-2xx or 3xx responses: (\d+)/u.exec(output)?.[1] ?? '0';
  const broken = /Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)/u.exec(output)?.slice(1) ?? [];
  return answered.parse({
    answers: Number(answers),
    seconds: msAfter('requests in', output) / 1000,
    failed: [wrong, ...broken].reduce((sum, count) => sum + Number(count), 0),
    p99Ms: msAfter('99%', output),
  });
}

/** The time that wrk names behind a word, in its own units. */
function msAfter(word: string, output: string): number {
  const [, time = '', unit = ''] = /^\s*([\d.]+)(us|ms|s|m)\b/u.exec(output.split(word)[1] ?? '') ?? [];
  return Number(time) * (UNITS[unit] ?? Number.NaN);
}
