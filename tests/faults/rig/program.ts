import { once } from 'node:events';
import { openSync } from 'node:fs';
import { endProgram, launch, type Program } from '#scripts/up/programs.ts';
import { waitForAnswer } from '#scripts/up/wait-for-answer.ts';

/** A server of the rig, which may be killed and started again. */
export interface RigProgram {
  pid: () => number;
  /** Resolves when it answers. */
  start: () => Promise<void>;
  /** As `kill -9` does, by its own number. */
  kill: () => Promise<void>;
  /** Asks it to end as the system does; resolves with its exit code and how long it took. */
  drain: (killAfterMs: number) => Promise<{ code: number | null; ms: number }>;
}

/** How a server of the rig is started. */
export interface RigProgramOptions {
  program: Program;
  /** Answers anything but a failure of the server as soon as it is up. */
  answersAt: string;
  /** What it writes is appended here. */
  logFile: string;
}

/** A server that is not running yet. */
export function rigProgram({ program, answersAt, logFile }: RigProgramOptions, asked: AbortSignal): RigProgram {
  const log = openSync(logFile, 'a');
  let child: ReturnType<typeof launch> | null = null;
  let isEnding = false;

  function current(): NonNullable<typeof child> {
    if (child === null) throw new Error(`${program.args.join(' ')} was never started`);
    return child;
  }

  async function start(): Promise<void> {
    const started = launch(program, log);
    child = started;
    isEnding = false;
    const ended = once(started, 'exit').then(([code, signal]) => {
      const words = `${program.args.at(-1) ?? ''} ended by itself (${String(code ?? signal)}); its log is ${logFile}`;
      if (!isEnding) console.log(`  ${words}`);
      throw new Error(words);
    });
    ended.catch(() => undefined);
    await Promise.race([waitForAnswer(answersAt, asked), ended]);
  }

  return {
    pid: () => current().pid ?? 0,
    start,
    kill: async () => {
      isEnding = true;
      if (child !== null) await endProgram(child, { by: 'SIGKILL' });
    },
    drain: async (killAfterMs) => {
      const since = performance.now();
      isEnding = true;
      await endProgram(current(), { killAfterMs });
      return { code: current().exitCode, ms: performance.now() - since };
    },
  };
}
