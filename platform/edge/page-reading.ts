import { sizeOf } from './answer.ts';
import type { Collector } from './collector.ts';
import type { DiskPages } from './disk-pages.ts';
import type { HotPage, HotPages } from './hot-pages.ts';
import type { PageIndex } from './page-index.ts';
import type { PageWriting } from './page-writing.ts';

interface ReadingParts {
  disk: DiskPages;
  writing: PageWriting;
  index: PageIndex;
  hot: HotPages;
  collect: Collector;
}

/** Reads pages from the disk into memory, once for everybody who waits for the same one. */
export function createPageReading({ disk, writing, index, hot, collect }: ReadingParts) {
  const reading = new Map<string, Promise<HotPage | null>>();
  /** Kept anew or dropped while they were read. */
  const overtaken = new Set<string>();

  async function readNow(path: string): Promise<HotPage | null> {
    // What is still to be written, or removed, is newer than what lies there.
    const pending = writing.pending(path);
    const kept = pending === undefined ? await disk.read(path) : pending;
    if (overtaken.delete(path)) return hot.get(path) ?? readNow(path);
    if (kept === null) {
      index.remove(path);
      return null;
    }
    // Once as a file, once as what is sent of it.
    collect(2 * sizeOf(kept.answer));
    const page = index.get(path) ?? index.add(kept, sizeOf(kept.answer));
    // Whoever reads through all pages once pushes none of the read ones out.
    return page.hits > 0 ? hot.add(page, kept.answer) : hot.offer(page, kept.answer);
  }

  function forget(path: string): void {
    reading.delete(path);
    overtaken.delete(path);
  }

  return {
    read: async (path: string) => {
      const known = reading.get(path) ?? readNow(path).finally(() => forget(path));
      reading.set(path, known);
      return known;
    },
    /** What is being read of a page is no longer what there is. */
    overtake: (path: string) => {
      if (reading.has(path)) overtaken.add(path);
    },
  };
}
