import { join } from 'node:path';
import { type Framework, watchFramework } from './framework.ts';
import { createMarks, type Mark, type Marks } from './marks.ts';
import type { EdgeOptions } from './options.ts';
import { createPageMaker, IMMUTABLE_BUILD, type PageMaker } from './page-maker.ts';
import { openPageStore, type PageStore } from './page-store.ts';
import { createRefresher, type Refresher } from './refresher.ts';
import type { Upstream } from './upstream.ts';

/** What keeps pages, and keeps them fresh. */
export interface Keeping {
  store: PageStore;
  maker: PageMaker;
  framework: Framework;
  refresher: Refresher;
  marks: Marks;
  close: () => Promise<void>;
}

interface KeepingParts {
  upstream: Upstream;
  host: string;
  isSecure: boolean;
  /** Shown in place of others, so they are made beforehand. */
  problemPages: readonly string[];
  store: PageStore;
}

/** Opens the store of a folder. */
export function openStore({ folder, log }: EdgeOptions): PageStore {
  return openPageStore(join(folder, 'pages'), log.failure);
}

/**
 * Keeps the pages of a site: marks put pages out of date, another build all of them; what is out of date is made anew in the
 * background, and what was published and never asked for is made beforehand.
 */
export function keepPages(options: EdgeOptions, parts: KeepingParts): Keeping {
  const { log, internalKey: key } = options;
  const { upstream, host, problemPages, store } = parts;
  const marks = createMarks();
  const isKeptMissing = contains(problemPages);
  const build = () => framework.build();
  const maker = createPageMaker({
    ...parts,
    marks,
    build,
    isKeptMissing,
    onStrange: () => framework.look(),
    onFileAway: (path) => refresher.add([path]),
    onKept: (path) => {
      const page = store.get(path);
      // What says that something is wrong is the last to go and the first to be made anew.
      if (page !== undefined && isKeptMissing(path)) page.hits = Infinity;
      if (isDue(path)) refresher.add([path]);
    },
    isPublic: (path) => !options.isPrivate(path) && !options.isHidden(path),
  });
  const isDue = createDueness({ store, marks, build: () => build()?.build });
  const onFailure = rarely(log);
  const refresher = createRefresher({ store, maker, isDue, onFailure });
  const newPages = createNewPages(
    () => framework.pages(),
    (paths) => refresher.add(paths.filter((path) => store.get(path) === undefined)),
    (reason) => onFailure('/internal/addresses', reason),
  );
  const addDue = () => {
    if (build() !== null) refresher.add([...store.all()].map(({ path }) => path).filter((path) => isDue(path)));
  };
  const onReturn = () => {
    refresher.wake();
    newPages.look();
  };
  const onBuild = () => {
    addDue();
    refresher.add(problemPages);
    onReturn();
  };
  const framework = watchFramework({ upstream, key, host, onBuild, onReturn });

  void store.load().then(addDue, log.failure);
  void listenTo(options.marks, (batch) => {
    refresher.add(pathsWith(marks.hear(batch), store));
    onReturn();
  }).catch(log.failure);
  return {
    store,
    maker,
    framework,
    refresher,
    marks,
    close: async () => {
      await Promise.all([refresher.close(), framework.close()]);
      await store.settled();
    },
  };
}

function pathsWith(tags: readonly string[], store: PageStore): string[] {
  return tags.flatMap((tag) => [...store.withTag(tag)].map(({ path }) => path));
}

function contains(paths: readonly string[]): (path: string) => boolean {
  const known = new Set(paths);
  return (path) => known.has(path);
}

interface Dueness {
  store: PageStore;
  marks: Marks;
  build: () => string | undefined;
}

/** A page is due where it was never made, or by another build, or before one of its tags was marked. */
function createDueness({ store, marks, build }: Dueness): (path: string) => boolean {
  return (path) => {
    const page = store.get(path);
    if (page === undefined) return true;
    const isOlder = page.build !== IMMUTABLE_BUILD && page.build !== build();
    return isOlder || marks.isNewer(page.tags, page.seen);
  };
}

async function listenTo(marks: AsyncIterable<readonly Mark[]>, hear: (batch: readonly Mark[]) => void): Promise<void> {
  for await (const batch of marks) hear(batch);
}

const LOG_EVERY_MS = 10_000;

/** While something is away, every page fails; one line in ten seconds says so as well as thousands. */
function rarely(log: EdgeOptions['log']): (path: string, reason: string) => void {
  let nextAt = 0;
  return (path, reason) => {
    const now = performance.now();
    if (now < nextAt) return;
    nextAt = now + LOG_EVERY_MS;
    log.warn('a page could not be made anew and stays as it was', { path, reason });
  };
}

/** Looks for published pages that were never made, one look at a time. */
function createNewPages(
  pages: () => AsyncGenerator<string[]>,
  found: (paths: string[]) => void,
  onFailure: (reason: string) => void,
): { look: () => void } {
  let looking: Promise<void> | null = null;
  let isAskedAgain = false;

  async function lookOnce(): Promise<void> {
    try {
      for await (const paths of pages()) found(paths);
    } catch (thrown) {
      // Whoever is away is asked again when it is back: at the next mark, at the latest.
      onFailure(thrown instanceof Error ? thrown.message : String(thrown));
    }
    looking = null;
    if (isAskedAgain) look();
  }

  function look(): void {
    isAskedAgain = looking !== null;
    looking ??= lookOnce();
  }

  return { look };
}
