import type { PageMaker } from './page-maker.ts';
import type { PageStore } from './page-store.ts';
import { createRefreshLine, type RefreshLine } from './refresh-line.ts';

/** Makes pages anew in the background, until it succeeds. */
export interface Refresher {
  add: (paths: Iterable<string>) => void;
  /** Something that was away may be back: what failed is tried at once. */
  wake: () => void;
  /** How many pages readers get in an older version, and for how long the one that has waited longest. */
  backlog: () => { waiting: number; oldestSeconds: number };
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
  const failed = createFailed(line);
  const bell = createBell();
  /** Since when readers get an older version of a page; in order, the longest first. */
  const since = new Map<string, number>();

  function add(paths: Iterable<string>): void {
    const now = performance.now();
    const all = [...paths];
    for (const path of all) if (store.get(path) !== undefined && !since.has(path)) since.set(path, now);
    line.add(all);
    bell.ring();
  }

  async function makeAnew(path: string): Promise<void> {
    // Pages are made no faster than the disk takes them: what waits for it lies in memory.
    await store.hasRoom();
    const made = isDue(path) ? await maker.make(path) : null;
    if (made?.kind === 'failed') {
      failed.add(path);
      onFailure(path, made.reason);
      return;
    }
    failed.forget();
    if (made !== null && made.kind !== 'page') store.drop(path);
    // It may have been marked again meanwhile.
    if (!isDue(path) || store.get(path) === undefined) since.delete(path);
  }

  async function work(): Promise<void> {
    while (!bell.isBroken()) {
      const pauseMs = failed.pauseMs();
      if (pauseMs !== null) {
        await bell.wait(pauseMs);
        failed.goOn();
      }
      const path = line.next();
      if (path === null) await bell.wait(null);
      else await makeAnew(path);
    }
  }

  const works = Array.from({ length: AT_ONCE }, async () => work());
  return {
    add,
    wake: () => {
      failed.forget();
      failed.tryAgain();
      bell.ring();
    },
    backlog: () => ({ waiting: since.size, oldestSeconds: secondsSince(since.values().next().value) }),
    close: async () => {
      bell.break();
      await Promise.all(works);
    },
  };
}

function secondsSince(then = performance.now()): number {
  return Math.round((performance.now() - then) / 1000);
}

/** What could not be made. One bad page waits until the others are done; where all fail, all wait. */
function createFailed(line: RefreshLine) {
  const paths = new Set<string>();
  let inARow = 0;
  let rounds = 0;

  function tryAgain(): void {
    line.add(paths);
    paths.clear();
  }

  return {
    add: (path: string) => {
      inARow += 1;
      paths.add(path);
    },
    forget: () => {
      inARow = 0;
      if (paths.size === 0) rounds = 0;
    },
    /** How long to wait before anything is tried again; `null` where there is something better to do. */
    pauseMs: () => {
      if (inARow < SYSTEMIC && (line.size() > 0 || paths.size === 0)) return null;
      return Math.min(PAUSE_MS.min * 2 ** rounds, PAUSE_MS.max);
    },
    /** After a pause one page tells whether things are well again: one that has not failed, where there is any. */
    goOn: () => {
      if (paths.size > 0) rounds = Math.min(rounds + 1, 10);
      inARow = Math.min(inARow, SYSTEMIC - 1);
      if (line.size() === 0) tryAgain();
    },
    tryAgain,
  };
}

/** Wakes whoever waits; a broken one keeps nobody waiting any more. */
function createBell() {
  const waiting = new Set<() => void>();
  let isBroken = false;
  const ring = () => {
    for (const wake of waiting) wake();
  };
  return {
    ring,
    /** @param ms - `null` for as long as it takes */
    wait: async (ms: number | null) => {
      if (isBroken) return;
      await new Promise<void>((resolve) => {
        const timer = ms === null ? undefined : setTimeout(wake, ms);
        waiting.add(wake);
        function wake(): void {
          clearTimeout(timer);
          waiting.delete(wake);
          resolve();
        }
      });
    },
    isBroken: () => isBroken,
    break: () => {
      isBroken = true;
      ring();
    },
  };
}
