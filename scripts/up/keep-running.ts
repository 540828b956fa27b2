import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { endProgram } from './programs.ts';

/** A program that is to run as long as the command does. */
export interface Service {
  name: string;
  launch: () => ChildProcess;
}

/** A service that is being watched. */
export interface Kept {
  /** Resolves when it ends for the first time without having been asked to, in words. */
  firstEnd: Promise<string>;
  /** Ends it for good; resolves when it is gone. */
  stop: () => Promise<void>;
}

/** How long to wait before starting again. */
interface BackOff {
  firstMs: number;
  maxMs: number;
  /** A service that ran this long begins with the first wait again. */
  steadyMs: number;
}

const USUAL: BackOff = { firstMs: 200, maxMs: 5000, steadyMs: 10_000 };

/**
 * Starts a service and starts it again whenever it ends, each time after twice the wait.
 *
 * @param report - is told in a line each time that it ended
 */
export function keepRunning(service: Service, report: (line: string) => void, backOff = USUAL): Kept {
  const stopping = new AbortController();
  let child: ChildProcess | null = null;
  let tellFirstEnd: (words: string) => void = () => undefined;
  const firstEnd = new Promise<string>((resolve) => {
    tellFirstEnd = resolve;
  });

  const watch = async () => {
    let waitMs = backOff.firstMs;
    while (!stopping.signal.aborted) {
      const since = performance.now();
      child = service.launch();
      const words = await untilEnd(child);
      if (stopping.signal.aborted) return;
      tellFirstEnd(words);
      if (performance.now() - since >= backOff.steadyMs) waitMs = backOff.firstMs;
      report(`The ${service.name} ended (${words}) and starts again in ${String(waitMs / 1000)} s.`);
      await pause(waitMs, stopping.signal);
      waitMs = Math.min(waitMs * 2, backOff.maxMs);
    }
  };
  const watching = watch();

  return {
    firstEnd,
    stop: async () => {
      stopping.abort();
      if (child !== null) await endProgram(child);
      await watching;
    },
  };
}

async function untilEnd(child: ChildProcess): Promise<string> {
  try {
    const ended: unknown[] = await once(child, 'exit');
    return ended[0] === null ? String(ended[1]) : `exit code ${String(ended[0])}`;
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : 'it does not start';
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
    function done() {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    }
  });
}
