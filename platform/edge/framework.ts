import { setTimeout as sleep } from 'node:timers/promises';
import type { Build } from './page-maker.ts';
import type { Upstream } from './upstream.ts';

/** What became of an address, as the register knows it. */
export type Fate =
  | { state: 'live' }
  | { state: 'moved'; location: string }
  | { state: 'gone' | 'unknown'; locale: string }
  | { state: 'unavailable' };

/** What the framework tells the edge alone. */
export interface Framework {
  /** The last one heard of; `null` before the first answer. */
  build: () => Build | null;
  /** Whether it answered when it was last asked. */
  isThere: () => boolean;
  fateOf: (path: string) => Promise<Fate>;
  /** Asks for the readiness of everything behind the edge; `null` where nobody answers. */
  ready: () => Promise<{ status: number; said: Record<string, unknown> } | null>;
  /** All public pages, or those whose address changed since the last time. */
  pages: () => AsyncGenerator<string[]>;
  /** Looks at once whether another build answers. */
  look: () => Promise<void>;
  close: () => Promise<void>;
}

interface FrameworkParts {
  upstream: Upstream;
  /** Shows that it is the edge who asks. */
  key: string;
  host: string;
  /** Another build answers, or the first one. */
  onBuild: (build: string) => void;
  onReturn: () => void;
}

const FATE_MS_MAX = 6000;
const LOOK_MS = { there: 15_000, away: 250 };
/** Two releases at the same moment commit in any order; what was seen twice costs nothing. */
const OVERLAP_MS = 15_000;

/** Watches the framework: which build it is, and whether it is there. */
export function watchFramework({ upstream, key, host, onBuild, onReturn }: FrameworkParts): Framework {
  const closing = new AbortController();
  let build: Build | null = null;
  let isThere = false;
  let changedAt: number | null = null;
  let looking: Promise<void> | null = null;

  async function ask(
    path: string,
    timeoutMs = FATE_MS_MAX,
  ): Promise<{ status: number; said: Record<string, unknown> }> {
    const { status, body } = await upstream.ask(path, { headers: { host, 'x-internal-key': key }, timeoutMs });
    return { status, said: asObject(JSON.parse(body.toString('utf8'))) };
  }

  async function lookOnce(): Promise<void> {
    const wasThere = isThere;
    try {
      const { said } = await ask('/internal/build');
      const found = { build: String(said['build']), render: String(said['render']) };
      isThere = true;
      const isOther = build?.build !== found.build;
      build = found;
      if (isOther) onBuild(found.build);
      else if (!wasThere) onReturn();
    } catch {
      isThere = false;
    }
  }

  async function look(): Promise<void> {
    looking ??= lookOnce().finally(() => {
      looking = null;
    });
    await looking;
  }

  async function watch(): Promise<void> {
    while (!closing.signal.aborted) {
      await look();
      const pauseMs = isThere ? LOOK_MS.there : LOOK_MS.away;
      await sleep(pauseMs, undefined, { signal: closing.signal, ref: false }).catch(() => undefined);
    }
  }

  async function* pages(): AsyncGenerator<string[]> {
    const since = changedAt === null ? '' : `since=${String(changedAt - OVERLAP_MS)}&`;
    let after = '';
    let at: number | null = null;
    do {
      const { status, said } = await ask(`/internal/addresses?${since}after=${encodeURIComponent(after)}`);
      if (status !== 200) throw new Error(`the list of pages is away: ${String(status)}`);
      at ??= Number(said['at']);
      yield asPaths(said['paths']);
      after = typeof said['next'] === 'string' ? said['next'] : '';
    } while (after !== '');
    changedAt = at;
  }

  const watching = watch();
  return {
    build: () => build,
    isThere: () => isThere,
    fateOf: async (path) => {
      try {
        const { status, said } = await ask(`/internal/address?path=${encodeURIComponent(path)}`);
        return status === 200 ? asFate(said) : { state: 'unavailable' };
      } catch {
        return { state: 'unavailable' };
      }
    },
    ready: () => ask('/api/health/ready').catch(() => null),
    pages,
    look,
    close: async () => {
      closing.abort();
      await watching;
    },
  };
}

/** The framework's internal answers are objects; anything else fails where a field is missed. */
function asObject(value: unknown): Record<string, unknown> {
  return value as Record<string, unknown>;
}

/** As `app/internal/address` answers. */
function asFate(value: unknown): Fate {
  return value as Fate;
}

/** As `app/internal/addresses` answers. */
function asPaths(value: unknown): string[] {
  return Array.isArray(value) ? (value as string[]) : [];
}
