import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { v7 as uuidv7 } from 'uuid';
import { childEnvironment } from '#platform/env.ts';
import type { DatabaseEnvironment } from '#platform/postgres/prepare-database.ts';
import type { Lifetime } from '#scripts/up/lifetime.ts';
import type { PublisherAnswer, PublisherTask } from './publisher-words.ts';

/** Somebody who publishes through the commands of the product, in a process of their own. */
export interface Publisher {
  /**
   * Saves and releases a text that holds the word.
   *
   * @returns when it was acknowledged on the clock of `performance.now()`, or the code of the refusal
   */
  release: (record: string, word: string) => Promise<Acknowledged>;
  /** Makes and releases a partnership of two published places. */
  create: (slug: string, word: string) => Promise<Acknowledged & { record: string }>;
  /** Makes somebody who may save. */
  makeEditor: (email: string, password: string) => Promise<void>;
}

/** An answer to a release. */
export interface Acknowledged {
  isDone: boolean;
  /** The code of the refusal. */
  refusal: string;
  atMs: number;
}

/** Starts the process that publishes; it needs the database only when asked for something. */
export function openPublisher(environment: DatabaseEnvironment, { atEnd }: Lifetime): Publisher {
  const child = fork(fileURLToPath(new URL('publisher-child.ts', import.meta.url)), [], {
    execArgv: ['--conditions=react-server', '--import', 'tsx'],
    env: childEnvironment({ ...environment, NODE_OPTIONS: undefined, LOG_LEVEL: 'silent' }),
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const waiting = new Map<string, (answer: PublisherAnswer) => void>();
  child.on('message', (message) => {
    const answer = asAnswer(message);
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
  atEnd({
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  });

  async function tell(task: PublisherTask): Promise<PublisherAnswer> {
    const id = uuidv7();
    return new Promise((resolve, reject) => {
      const ended = () => reject(new Error('the publisher ended'));
      child.once('exit', ended);
      waiting.set(id, (answer) => {
        child.off('exit', ended);
        resolve(answer);
      });
      child.send({ ...task, id });
    });
  }

  async function acknowledge(task: PublisherTask) {
    const { isDone, said } = await tell(task);
    const atMs = performance.now();
    return { isDone, refusal: isDone ? '' : said, record: isDone ? said : '', atMs };
  }

  return {
    release: (record, word) => acknowledge({ task: 'release', record, word }),
    create: (slug, word) => acknowledge({ task: 'create', slug, word }),
    makeEditor: async (email, password) => {
      const { isDone, said } = await tell({ task: 'editor', email, password });
      if (!isDone) throw new Error(`the editor could not be made: ${said}`);
    },
  };
}

/** Only `publisher-child.ts` speaks on this channel. */
function asAnswer(message: unknown): PublisherAnswer {
  return message as PublisherAnswer;
}
