import { type Answer, sizeOf } from './answer.ts';
import { type DiskPages, type KeptPage, openDiskPages, type PageHead } from './disk-pages.ts';

/** A page that the store knows. Its answer is in memory or on the disk. */
export interface Page extends PageHead {
  /** How often it was asked for; the most read are made anew first. */
  hits: number;
  bytes: number;
}

/** A page whose answer is in memory. */
export interface HotPage {
  page: Page;
  answer: Answer;
  /** Asked for since the store last looked for room. */
  isRecent: boolean;
}

/** The last good answer of every page. */
export interface PageStore {
  /** What is in memory, at once. */
  hot: (path: string) => HotPage | undefined;
  /** From memory or the disk; `null` where the page was never made. */
  find: (path: string) => Promise<HotPage | null>;
  /** What is known of a page, wherever its answer is. */
  get: (path: string) => Page | undefined;
  keep: (page: KeptPage) => HotPage;
  drop: (path: string) => void;
  withTag: (tag: string) => Iterable<Page>;
  all: () => Iterable<Page>;
  /** Learns what is on the disk. Pages are found there before it is done. */
  load: () => Promise<void>;
  /** Resolves when everything kept so far is on the disk. */
  settled: () => Promise<void>;
  stats: () => { pages: number; hotBytes: number; diskBytes: number };
}

/** What a store may take. */
export interface StoreLimits {
  hotBytesMax: number;
  diskBytesMax: number;
  pagesMax: number;
}

const USUAL: StoreLimits = { hotBytesMax: 64 * 1024 * 1024, diskBytesMax: 8 * 1024 ** 3, pagesMax: 250_000 };
/** Among so many of the oldest pages, the least read gives way. */
const CANDIDATES = 50;

/**
 * Opens the store in a folder.
 *
 * @param onFailure - is told when the disk fails; pages in memory are answered all the same
 */
export function openPageStore(folder: string, onFailure: (thrown: unknown) => void, limits = USUAL): PageStore {
  const disk = openDiskPages(folder);
  const index = createIndex();
  const hot = createHotPages(limits.hotBytesMax);
  const writing = createWriting(disk, onFailure);
  const reading = new Map<string, Promise<HotPage | null>>();
  let isLoaded = false;

  async function readFromDisk(path: string): Promise<HotPage | null> {
    // What is still to be written, or removed, is newer than what lies there.
    const pending = writing.pending(path);
    const kept = pending === undefined ? await disk.read(path) : pending;
    const newer = hot.get(path);
    if (newer !== undefined) return newer;
    if (kept === null) {
      index.remove(path);
      return null;
    }
    return hot.add(index.add(kept, sizeOf(kept.answer)), kept.answer);
  }

  function drop(path: string): void {
    index.remove(path);
    hot.remove(path);
    writing.remove(path);
  }

  function makeRoom(): void {
    const { pages, bytes } = index.totals();
    if (pages <= limits.pagesMax && bytes <= limits.diskBytesMax) return;
    const least = index.leastRead(CANDIDATES);
    if (least !== null) drop(least.path);
  }

  return {
    hot: (path) => hot.get(path),
    find: async (path) => {
      const page = hot.get(path);
      if (page !== undefined) return page;
      if (isLoaded && index.get(path) === undefined) return null;
      const known = reading.get(path) ?? readFromDisk(path).finally(() => reading.delete(path));
      reading.set(path, known);
      return known;
    },
    get: (path) => index.get(path),
    keep: (kept) => {
      const page = hot.add(index.add(kept, sizeOf(kept.answer)), kept.answer);
      writing.write(kept);
      makeRoom();
      return page;
    },
    drop,
    withTag: (tag) => index.withTag(tag),
    all: () => index.all(),
    load: async () => {
      for await (const { head, bytes } of disk.heads()) {
        if (index.get(head.path) === undefined && writing.pending(head.path) === undefined) index.add(head, bytes);
      }
      isLoaded = true;
    },
    settled: () => writing.settled(),
    stats: () => ({ pages: index.totals().pages, hotBytes: hot.bytes(), diskBytes: index.totals().bytes }),
  };
}

function createIndex() {
  const pages = new Map<string, Page>();
  const byTag = new Map<string, Set<Page>>();
  // Many pages name the same tags, and each that is read from the disk brings letters of its own.
  const names = new Map<string, string>();
  let total = 0;

  function nameOf(tag: string): string {
    const name = names.get(tag) ?? tag;
    names.set(name, name);
    return name;
  }

  function remove(path: string): void {
    const page = pages.get(path);
    if (page === undefined) return;
    pages.delete(path);
    total -= page.bytes;
    for (const tag of page.tags) {
      const others = byTag.get(tag);
      others?.delete(page);
      if (others?.size !== 0) continue;
      byTag.delete(tag);
      names.delete(tag);
    }
  }

  return {
    get: (path: string) => pages.get(path),
    add: ({ path, tags, seen, build }: PageHead, bytes: number): Page => {
      const hits = pages.get(path)?.hits ?? 0;
      remove(path);
      const page = { path, tags: tags.map((tag) => nameOf(tag)), seen, build, hits, bytes };
      pages.set(path, page);
      total += bytes;
      for (const tag of page.tags) {
        const others = byTag.get(tag) ?? new Set();
        byTag.set(tag, others.add(page));
      }
      return page;
    },
    remove,
    withTag: (tag: string): Iterable<Page> => byTag.get(tag) ?? [],
    all: (): Iterable<Page> => pages.values(),
    totals: () => ({ pages: pages.size, bytes: total }),
    leastRead: (among: number): Page | null => {
      let least: Page | null = null;
      let looked = 0;
      for (const page of pages.values()) {
        if (least === null || page.hits < least.hits) least = page;
        looked += 1;
        if (looked === among) break;
      }
      return least;
    },
  };
}

/** Answers in memory, within a bound: who was not asked for since the last look goes first. */
function createHotPages(bytesMax: number) {
  const pages = new Map<string, HotPage>();
  let total = 0;

  function remove(path: string): void {
    const hot = pages.get(path);
    if (hot === undefined) return;
    pages.delete(path);
    total -= sizeOf(hot.answer);
  }

  function makeRoom(): void {
    for (const [path, hot] of pages) {
      if (total <= bytesMax) return;
      if (hot.isRecent) {
        hot.isRecent = false;
        pages.delete(path);
        pages.set(path, hot);
      } else {
        remove(path);
      }
    }
  }

  return {
    get: (path: string) => pages.get(path),
    add: (page: Page, answer: Answer): HotPage => {
      remove(page.path);
      const added = { page, answer, isRecent: true };
      pages.set(page.path, added);
      total += sizeOf(answer);
      makeRoom();
      return added;
    },
    remove,
    bytes: () => total,
  };
}

/** Writes one page after the other, each in its newest version only. */
function createWriting(disk: DiskPages, onFailure: (thrown: unknown) => void) {
  const waiting = new Map<string, KeptPage | null>();
  let work: Promise<void> | null = null;

  async function writeAll(): Promise<void> {
    for (const [path, page] of waiting) {
      try {
        if (page === null) await disk.remove(path);
        else await disk.write(page);
      } catch (thrown) {
        // An older version would come back as if it were the newest.
        await disk.remove(path).catch(() => undefined);
        onFailure(thrown);
      }
      // A newer version may have come meanwhile; it is written in its turn.
      if (waiting.get(path) === page) waiting.delete(path);
    }
    work = waiting.size === 0 ? null : writeAll();
    await work;
  }

  function enqueue(path: string, page: KeptPage | null): void {
    waiting.set(path, page);
    work ??= writeAll();
  }

  return {
    write: (page: KeptPage) => enqueue(page.path, page),
    remove: (path: string) => enqueue(path, null),
    /** `undefined` where nothing is to be written, `null` where a page is to be removed. */
    pending: (path: string) => waiting.get(path),
    settled: async () => {
      while (work !== null) await work;
    },
  };
}
