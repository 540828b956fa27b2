import { setTimeout as sleep } from 'node:timers/promises';
import type { Build } from './page-maker.ts';
import type { Upstream } from './upstream.ts';

/** What became of an address, as the register knows it. */
export type Fate =
  | { state: 'live' }
  | { state: 'moved'; location: string }
  | { state: 'gone' | 'unknown'; locale: string }
  | { state: 'unavailable' };

/** Something that the framework said to the edge alone. */
interface Said {
  status: number;
  said: Record<string, unknown>;
}

/** What the framework tells the edge alone. */
export interface Framework {
  /** The last one heard of; `null` before the first answer. */
  build: () => Build | null;
  /** @returns `null` where so many ask that one more would only wait */
  fateOf: (path: string) => Promise<Fate | null>;
  /** The readiness of everything behind the edge; `null` where nobody answers. */
  ready: () => Promise<Said | null>;
  /** All public pages, and after the first time those whose address changed since the last. */
  pages: () => AsyncGenerator<string[]>;
  /** Looks at once which build answers. */
  look: () => void;
  close: () => Promise<void>;
}

interface FrameworkParts {
  upstream: Upstream;
  /** Shows that it is the edge who asks. */
  key: string;
  host: string;
  /** Another build answers, or the first one. */
  onBuild: () => void;
  /** The same build answers again. */
  onReturn: () => void;
}

type Ask = (path: string) => Promise<Said>;

const ANSWER_MS_MAX = 6000;
const LOOK_MS = { there: 15_000, away: 250 };
/** Two releases at the same moment commit in any order; what is seen twice costs nothing. */
const OVERLAP_MS = 15_000;

/** Watches the framework: which build it is, and whether it is there. */
export function watchFramework({ upstream, key, host, onBuild, onReturn }: FrameworkParts): Framework {
  const ask: Ask = async (path) => {
    const headers = { host, 'x-internal-key': key };
    const { status, body } = await upstream.ask(path, { headers, timeoutMs: ANSWER_MS_MAX });
    return { status, said: body.length === 0 ? {} : asObject(JSON.parse(body.toString('utf8'))) };
  };
  const watch = watchBuild(ask, { onBuild, onReturn });
  return {
    ...watch,
    pages: createPageList(ask),
    ready: () => ask('/api/health/ready').catch(() => null),
    fateOf: createFates(ask, () => watch.look()),
  };
}

function watchBuild(ask: Ask, { onBuild, onReturn }: Pick<FrameworkParts, 'onBuild' | 'onReturn'>) {
  const closing = new AbortController();
  let build: Build | null = null;
  let isThere = false;
  let alarm = new AbortController();

  async function lookOnce(): Promise<void> {
    const wasThere = isThere;
    const found = await ask('/internal/build')
      .then(asBuild)
      .catch(() => null);
    isThere = found !== null;
    if (found === null) return;
    const isOther = build?.build !== found.build;
    build = found;
    if (isOther) onBuild();
    else if (!wasThere) onReturn();
  }

  async function watch(): Promise<void> {
    while (!closing.signal.aborted) {
      alarm = new AbortController();
      await lookOnce();
      const pauseMs = isThere ? LOOK_MS.there : LOOK_MS.away;
      await sleep(pauseMs, undefined, { signal: alarm.signal }).catch(() => undefined);
    }
  }

  const watching = watch();
  return {
    build: () => build,
    look: () => {
      // While it is away it is looked for anyway.
      if (isThere) alarm.abort();
    },
    close: async () => {
      closing.abort();
      alarm.abort();
      await watching;
    },
  };
}

/** One request line holds so much, as it is written there. */
const PATHS_AT_ONCE = { count: 100, length: 12_000 };
const BATCHES_AT_ONCE = 2;
const WAITING_MAX = 5000;

/**
 * Asks what stands at addresses, all that came up meanwhile with one request: a flood of addresses that never were costs
 * little more than one of them.
 *
 * @param onAway - nobody answered
 */
function createFates(ask: Ask, onAway: () => void): (path: string) => Promise<Fate | null> {
  const waiting = new Map<string, ((fate: Fate) => void)[]>();
  let running = 0;

  function takeBatch(): Map<string, ((fate: Fate) => void)[]> {
    const batch: typeof waiting = new Map();
    let length = 0;
    for (const [path, tell] of waiting) {
      length += String(new URLSearchParams([['path', path]])).length;
      if (batch.size === PATHS_AT_ONCE.count || (batch.size > 0 && length > PATHS_AT_ONCE.length)) break;
      waiting.delete(path);
      batch.set(path, tell);
    }
    return batch;
  }

  async function askBatch(): Promise<void> {
    const batch = takeBatch();
    const paths = [...batch.keys()];
    const asked = new URLSearchParams(paths.map((path) => ['path', path]));
    const fates = await ask(`/internal/address?${String(asked)}`)
      .then(asFates)
      .catch(() => null);
    if (fates === null) onAway();
    for (const [at, path] of paths.entries()) {
      for (const tell of batch.get(path) ?? []) tell(fates?.[at] ?? { state: 'unavailable' });
    }
  }

  async function work(): Promise<void> {
    running += 1;
    while (waiting.size > 0) await askBatch();
    running -= 1;
  }

  return async (path) => {
    const others = waiting.get(path) ?? [];
    if (others.length === 0 && waiting.size >= WAITING_MAX) return null;
    return new Promise((resolve) => {
      waiting.set(path, [...others, resolve]);
      if (running < BATCHES_AT_ONCE) void work();
    });
  };
}

function createPageList(ask: Ask): () => AsyncGenerator<string[]> {
  let changedAt: number | null = null;
  return async function* pages() {
    const asked = new URLSearchParams(changedAt === null ? {} : { since: String(changedAt - OVERLAP_MS) });
    let at: number | null = null;
    let next: unknown = null;
    do {
      const { status, said } = await ask(`/internal/addresses?${String(asked)}`);
      if (status !== 200) throw new Error(`the list of pages is away: ${String(status)}`);
      at ??= Number(said['at']);
      yield asPaths(said['paths']);
      ({ next } = said);
      if (typeof next === 'string') asked.set('after', next);
    } while (typeof next === 'string');
    changedAt = at;
  };
}

/** The internal answers of the framework are objects; anything else fails where a field is missed. */
function asObject(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>;
}

/** @throws Error where something else answers at that address */
function asBuild({ status, said: { build, render } }: Said): Build {
  if (status !== 200 || typeof build !== 'string' || typeof render !== 'string') throw new Error('no build answers');
  return { build, render };
}

/** As `app/internal/address` answers. @throws Error where something else answers there */
function asFates({ status, said: { answers } }: Said): Fate[] {
  if (status !== 200 || !Array.isArray(answers)) throw new Error('no address is known');
  return answers as Fate[];
}

/** As `app/internal/addresses` answers. */
function asPaths(value: unknown): string[] {
  return value as string[];
}
