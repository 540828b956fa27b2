import { setTimeout as sleep } from 'node:timers/promises';
import { killPrograms } from './programs.ts';

/** How long a command lives, and what it has to tidy up. */
export interface Lifetime {
  /** Aborted when the person at the terminal, or the system, asks the command to end. */
  asked: AbortSignal;
  /** Adds something to be ended with the command; what was added last is ended first. */
  atEnd: (ending: AtEnd) => void;
}

/** Something to be ended with the command. */
export interface AtEnd {
  /** In its own time, losing nothing. */
  stop: () => Promise<void>;
  /** At once, when asked for a second time. */
  kill?: () => void;
}

/** npm passes Ctrl+C on to a program that the terminal has told already, so two signals at once are one. */
const SAME_WITHIN_MS = 500;
const INTERRUPTED = 130;
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs a command of the terminal to its end: its exit code is the one `work` gives, 1 where it throws, and 130 where it was
 * interrupted before it was done. Everything that it started is ended in order; a second Ctrl+C does not wait for that.
 */
export async function runCommand(work: (lifetime: Lifetime) => Promise<number>): Promise<void> {
  const ending: AtEnd[] = [];
  const asked = watchSignals(() => {
    killPrograms();
    for (const { kill } of ending) kill?.();
  });
  let code = await codeOf(work({ asked, atEnd: (part) => ending.push(part) }), asked);
  for (let part = ending.pop(); part !== undefined; part = ending.pop()) {
    code = Math.max(code, await codeOf(stopped(part), null));
  }
  process.exit(code);
}

async function stopped({ stop }: AtEnd): Promise<number> {
  await stop();
  return 0;
}

async function codeOf(work: Promise<number>, asked: AbortSignal | null): Promise<number> {
  try {
    return await work;
  } catch (thrown) {
    if (asked?.aborted === true) return INTERRUPTED;
    console.error(`\n${explain(thrown)}`);
    return 1;
  }
}

/** A plain error is a sentence for the person at the terminal; any other is a fault of ours, told with its place. */
function explain(thrown: unknown): string {
  if (!(thrown instanceof Error)) return String(thrown);
  return thrown.name === 'Error' ? thrown.message : (thrown.stack ?? thrown.message);
}

function watchSignals(onSecond: () => void): AbortSignal {
  const controller = new AbortController();
  let firstAt = 0;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const now = performance.now();
      if (!controller.signal.aborted) {
        firstAt = now;
        console.error('\nStopping; once more ends it at once.');
        controller.abort(new Error('interrupted'));
      } else if (now - firstAt > SAME_WITHIN_MS) {
        onSecond();
        void sleep(100).then(() => process.exit(INTERRUPTED));
      }
    });
  }
  return controller.signal;
}

/** Waits until the command is asked to end. */
export async function untilAsked({ asked }: Lifetime): Promise<void> {
  if (asked.aborted) return;
  await new Promise<void>((resolve) => {
    asked.addEventListener(
      'abort',
      () => {
        resolve();
      },
      { once: true },
    );
  });
}
