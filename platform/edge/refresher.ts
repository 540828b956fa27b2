import { setTimeout as sleep } from 'node:timers/promises';
import type { PageMaker } from './page-maker.ts';
import type { PageStore } from './page-store.ts';
import { createRefreshLine } from './refresh-line.ts';

/** Makes pages anew in the background, until it succeeds. */
export interface Refresher {
  add: (paths: Iterable<string>) => void;
  /** Something that was away may be back: what failed is tried at once. */
  wake: () => void;
  /** How many pages wait, and for how long the one that has waited longest. */
  waiting: () => { pages: number; oldestSeconds: number };
  close: () => Promise<void>;
}

interface RefresherParts {
  store: PageStore;
  maker: PageMaker;
  /** Whether a page is out of date, or was never made. */
  isDue: (path: string) => boolean;
  onFailure: (path: string, reason: string) => void;
}

/** Two pages at once keep the framework busy and leave it a moment for readers of new pages. */
const AT_ONCE = 2;
const PAUSE_MS = { min: 250, max: 5000 };
/** So many failures in a row are not the fault of a page. */
const SYSTEMIC = 3;

/** Starts the work, which waits for the first page. */
export function createRefresher({ store, maker, isDue, onFailure }: RefresherParts): Refresher {
  const line = createRefreshLine((path) => store.get(path)?.hits ?? -1);
  /** Since when readers get an older version of a page; in order, the longest first. */
  const since = new Map<string, number>();
  const failed = new Set<string>();
  const closing = new AbortController();
  let bell = new AbortController();
  let failures = 0;

  function ring(): void {
    bell.abort();
    bell = new AbortController();
  }

  async function pause(ms: number | null): Promise<void> {
    const until = AbortSignal.any([bell.signal, closing.signal]);
    // A timer of a day stands for waiting until the bell rings.
    await sleep(ms ?? 86_400_000, undefined, { signal: until, ref: false }).catch(() => undefined);
  }

  async function makeAnew(path: string): Promise<void> {
    if (!isDue(path)) {
      since.delete(path);
      return;
    }
    const made = await maker.make(path);
    if (made.kind === 'failed') {
      failures += 1;
      failed.add(path);
      onFailure(path, made.reason);
      return;
    }
    failures = 0;
    since.delete(path);
    if (made.kind === 'page') {
      // Marked again while it was being made.
      if (isDue(path)) add([path]);
    } else {
      store.drop(path);
    }
  }

  async function work(): Promise<void> {
    while (!closing.signal.aborted) {
      if (failures >= SYSTEMIC || (line.size() === 0 && failed.size > 0)) {
        await pause(Math.min(PAUSE_MS.min * 2 ** Math.min(failures, 10), PAUSE_MS.max));
        // One page tells whether things are well again; the others follow.
        failures = Math.min(failures, SYSTEMIC - 1);
        line.add(failed);
        failed.clear();
      }
      const path = line.next();
      if (path === null) await pause(null);
      else await makeAnew(path);
    }
  }

  function add(paths: Iterable<string>): void {
    const now = performance.now();
    const all = [...paths];
    for (const path of all) if (store.get(path) !== undefined && !since.has(path)) since.set(path, now);
    line.add(all);
    ring();
  }

  const works = Array.from({ length: AT_ONCE }, async () => work());
  return {
    add,
    wake: () => {
      failures = 0;
      line.add(failed);
      failed.clear();
      ring();
    },
    waiting: () => {
      const now = performance.now();
      const [oldest = now] = since.values();
      return { pages: since.size, oldestSeconds: Math.round((now - oldest) / 1000) };
    },
    close: async () => {
      closing.abort();
      await Promise.all(works);
    },
  };
}
