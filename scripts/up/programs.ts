import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '#platform/env.ts';

/** A program to run: one of this project, unless another is named. */
export interface Program {
  /** Node, where nothing else is named. */
  command?: string;
  args: string[];
  environment: Record<string, string | undefined>;
}

/** Where it is seen what a program writes: on the terminal, all or errors alone; in a pipe; in an open file. */
export type Output = 'inherit' | 'errors' | 'pipe' | number;

/** How a program ended. */
export interface Ending {
  /** `null` where a signal ended it. */
  code: number | null;
  /** The last of what it wrote. */
  output: string;
}

/** Where the project lies; the programs run there. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const END_WITH_PARENT = ['--import', `./scripts/up/end-with-parent.mjs?of=${String(process.pid)}`];
const OUTPUT_LENGTH_MAX = 100_000;
const KILL_AFTER_MS = 10_000;

const living = new Set<ChildProcess>();

/** A script of this project, for instance `worker` for `scripts/worker.ts`. */
export function script(name: string, ...args: string[]): string[] {
  return ['--conditions=react-server', '--import', 'tsx', ...END_WITH_PARENT, `scripts/${name}.ts`, ...args];
}

/** A command of Next. */
export function next(command: 'build' | 'dev' | 'start', ...args: string[]): string[] {
  return [...END_WITH_PARENT, 'node_modules/next/dist/bin/next', command, ...args];
}

/**
 * Starts a program in a group of its own, so that Ctrl+C in the terminal reaches only who started it, and it can be ended in
 * its turn. It ends by itself when this program is gone.
 */
export function launch({ command = process.execPath, args, environment }: Program, output: Output): ChildProcess {
  const stdio: StdioOptions =
    output === 'errors' ? ['ignore', 'ignore', 'inherit', 'ipc'] : ['ignore', output, output, 'ipc'];
  const child = spawn(command, args, {
    cwd: ROOT,
    detached: process.platform !== 'win32',
    env: childEnvironment({ NEXT_TELEMETRY_DISABLED: '1', ...environment }),
    stdio,
  });
  living.add(child);
  // One that cannot be started says so by an error and never ends.
  for (const event of ['exit', 'error']) child.once(event, () => living.delete(child));
  return child;
}

/**
 * Runs a program to its end.
 *
 * @param signal - ends the program early when aborted
 * @param show - whether it is seen on the terminal what it writes
 * @returns how it ended and what it wrote
 * @throws the reason of the abort, and Error where there is no such program
 */
export async function runToEnd(
  program: Program,
  { signal, show = false }: { signal: AbortSignal; show?: boolean },
): Promise<Ending> {
  signal.throwIfAborted();
  const child = launch(program, 'pipe');
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output = `${output}${text}`.slice(-OUTPUT_LENGTH_MAX);
      if (show) process.stdout.write(text);
    });
  }
  const stop = () => {
    // As Ctrl+C would: tools that started others end these first.
    void endProgram(child, { by: 'SIGINT' });
  };
  signal.addEventListener('abort', stop);
  try {
    await once(child, 'close');
  } finally {
    signal.removeEventListener('abort', stop);
  }
  signal.throwIfAborted();
  return { code: child.exitCode, output: output.trim() };
}

/**
 * Asks a program to end and waits until it has; after a while it is ended by force. What it started ends with it.
 */
export async function endProgram(
  child: ChildProcess,
  { by = 'SIGTERM', killAfterMs = KILL_AFTER_MS }: { by?: NodeJS.Signals; killAfterMs?: number } = {},
): Promise<void> {
  if (!living.has(child)) return;
  const ended = once(child, 'exit');
  child.kill(by);
  const timer = setTimeout(() => {
    killGroup(child);
  }, killAfterMs);
  await ended;
  clearTimeout(timer);
  killGroup(child);
}

/** Ends all programs at once, whatever they are doing. */
export function killPrograms(): void {
  for (const child of living) killGroup(child);
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    // A group has the number of its first program, with a minus before it.
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, 'SIGKILL');
  } catch {
    // It has ended meanwhile.
  }
}
