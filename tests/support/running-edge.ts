import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Edge, startEdge } from '#platform/edge/edge.ts';
import type { Mark } from '#platform/edge/marks.ts';
import type { EdgeOptions } from '#platform/edge/options.ts';
import { PROBLEMS } from '#platform/edge/problems.ts';
import { createQueue } from '#scripts/edge/queue.ts';
import { expect, vi } from 'vitest';
import { ask } from './ask.ts';
import { FAKE_KEY, type FakeFramework, page, startFakeFramework } from './fake-framework.ts';

/** An edge before a fake framework. */
export interface RunningEdge {
  port: number;
  folder: string;
  framework: FakeFramework;
  /** What the edge could not account for. */
  failures: unknown[];
  /** Puts the pages of a tag out of date. */
  mark: (tag: string) => void;
  /** Ends the edge, and leaves all else as it is. */
  stop: () => Promise<void>;
  /** Ends the edge and starts another in its folder. */
  restart: () => Promise<void>;
  /** Ends both. @throws AggregateError of what the edge could not account for */
  close: () => Promise<void>;
}

const LANGUAGES = {
  ar: { direction: 'rtl', title: 'خطأ', text: 'حاول مرة أخرى' },
  en: { direction: 'ltr', title: 'Failure', text: 'Try again' },
};
/** The port on which an edge listens is told to it, so one that is free is found first. */
async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** Starts both, or only the edge before a framework that is away. The framework has the pages of all problems, each with its name as its text. */
export async function startRunningEdge(
  given: Partial<EdgeOptions> = {},
  { isAway } = { isAway: false },
): Promise<RunningEdge> {
  const framework = await startFakeFramework();
  for (const locale of Object.keys(LANGUAGES)) {
    for (const name of Object.keys(PROBLEMS))
      framework.routes.set(problemPage(locale, name), page(`${locale}-${name}`, 'texts'));
  }
  const folder = await mkdtemp(join(tmpdir(), 'edge-'));
  const port = await findFreePort();
  const failures: unknown[] = [];
  let clock = 0;
  let marks = createQueue<readonly Mark[]>();
  const start = async () => startEdge({ ...optionsFor({ port, folder, framework, failures }), marks, ...given });
  if (isAway) await framework.stop();
  let edge: Edge = await start();
  if (!isAway)
    await until(async () => expect((await accountOf(port))['pages']).toBeGreaterThanOrEqual(framework.routes.size));
  return {
    port,
    folder,
    framework,
    failures,
    mark: (tag) => {
      clock += 1;
      marks.push([{ tag, atMs: clock }]);
    },
    stop: async () => edge.close(),
    restart: async () => {
      await edge.close();
      marks = createQueue();
      edge = await start();
    },
    close: async () => {
      await edge.close();
      await framework.stop();
      await rm(folder, { recursive: true, force: true });
      if (failures.length > 0) throw new AggregateError(failures, 'the edge failed');
    },
  };
}

/** Asks again until it is so; the failure that is left after ten seconds is the one of the test. */
export async function until<T>(isSo: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(isSo, { timeout: 10_000, interval: 15 });
}

/** What the edge says of itself. */
export async function accountOf(port: number): Promise<Record<string, number>> {
  const { text } = await ask(port, '/api/health/ready');
  return accountIn(JSON.parse(text));
}

/** As `health.ts` answers. */
function accountIn(value: unknown): Record<string, number> {
  return (value as { edge: Record<string, number> }).edge;
}

function problemPage(locale: string, name: string): string {
  return `/internal/problem/${locale}/${name}`;
}

function optionsFor({
  port,
  folder,
  framework,
  failures,
}: Pick<RunningEdge, 'port' | 'folder' | 'framework' | 'failures'>): Omit<EdgeOptions, 'marks'> {
  const isOf = (path: string, section: string) => path === `/${section}` || path.startsWith(`/${section}/`);
  return {
    port,
    upstreamUrl: framework.url,
    folder,
    publicUrl: undefined,
    internalKey: FAKE_KEY,
    trustedProxies: [],
    bodyBytesMax: 64 * 1024,
    languages: LANGUAGES,
    languageOf: (path) => (path.startsWith('/en') ? 'en' : 'ar'),
    problemPage,
    isPrivate: (path) =>
      ['dashboard', 'p', 'preview'].some((section) => isOf(path, section)) ||
      (isOf(path, 'api') && !path.startsWith('/api/v1/')),
    framingOf: (path) => (isOf(path, 'preview') ? 'held' : path === '/dashboard/frames' ? 'holds' : 'none'),
    isForMachines: (path) => isOf(path, 'api'),
    isHidden: (path) => isOf(path, 'internal'),
    queryKeys: (path) => (path === '/places' ? ['country', 'letter'] : null),
    isOpenInterface: (path) => path.startsWith('/api/v1/'),
    log: { warn: () => undefined, failure: (thrown) => String(failures.push(thrown)) },
  };
}
