import { sizeOf } from './answer.ts';
import { type KeptPage, openDiskPages } from './disk-pages.ts';
import { createCollector } from './collector.ts';
import { createHotPages, type HotPage } from './hot-pages.ts';
import { createPageIndex, type Page, type PageIndex } from './page-index.ts';
import { createPageReading } from './page-reading.ts';
import { createPageWriting } from './page-writing.ts';

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
  /** Resolves as soon as the disk has kept up so far that more may be made. */
  hasRoom: () => Promise<void>;
  stats: () => { pages: number; hotBytes: number; diskBytes: number };
}

/** What a store may take. */
export interface StoreLimits {
  hotBytesMax: number;
  diskBytesMax: number;
  pagesMax: number;
}

const USUAL: StoreLimits = { hotBytesMax: 24 * 1024 * 1024, diskBytesMax: 8 * 1024 ** 3, pagesMax: 250_000 };
const LEAVINGS_BYTES_MAX = 32 * 1024 * 1024;
/** Among so many of the oldest pages, the least read gives way. */
const CANDIDATES = 50;

/**
 * Opens the store in a folder.
 *
 * @param onFailure - is told when the disk fails; pages in memory are answered all the same
 */
export function openPageStore(folder: string, onFailure: (thrown: unknown) => void, limits = USUAL): PageStore {
  const disk = openDiskPages(folder);
  const index = createPageIndex();
  const hot = createHotPages(limits.hotBytesMax);
  const collect = createCollector(LEAVINGS_BYTES_MAX);
  const writing = createPageWriting(disk, onFailure);
  const reading = createPageReading({ disk, writing, index, hot, collect });
  let isLoaded = false;

  function drop(path: string): void {
    reading.overtake(path);
    index.remove(path);
    hot.remove(path);
    writing.remove(path);
  }

  function makeRoom(): void {
    for (let last = findSuperfluous(index, limits); last !== null; last = findSuperfluous(index, limits))
      drop(last.path);
  }

  return {
    hot: (path) => hot.get(path),
    find: async (path) => {
      const page = hot.get(path);
      if (page !== undefined) return page;
      if (isLoaded && index.get(path) === undefined) return null;
      return reading.read(path);
    },
    get: (path) => index.get(path),
    keep: (kept) => {
      reading.overtake(kept.path);
      const page = hot.offer(index.add(kept, sizeOf(kept.answer)), kept.answer);
      writing.write(kept);
      // The page came as one text, was cleaned to another, and was coded.
      collect(3 * sizeOf(kept.answer));
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
      makeRoom();
    },
    settled: () => writing.settled(),
    hasRoom: () => writing.hasRoom(),
    stats: () => ({ pages: index.totals().pages, hotBytes: hot.bytes(), diskBytes: index.totals().bytes }),
  };
}

function findSuperfluous(index: PageIndex, { pagesMax, diskBytesMax }: StoreLimits): Page | null {
  const { pages, bytes } = index.totals();
  return pages > pagesMax || bytes > diskBytesMax ? index.leastRead(CANDIDATES) : null;
}
