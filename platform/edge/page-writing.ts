import type { DiskPages, KeptPage } from './disk-pages.ts';

/** What is on its way to the disk. */
export type PageWriting = ReturnType<typeof createPageWriting>;

const WAITING_MAX = 50;

/** Writes one page after the other, each in its newest version only. */
export function createPageWriting(disk: DiskPages, onFailure: (thrown: unknown) => void) {
  const waiting = new Map<string, KeptPage | null>();
  const roomFor: (() => void)[] = [];
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
      if (waiting.size <= WAITING_MAX) for (const go of roomFor.splice(0)) go();
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
    /** Resolves as soon as so few pages wait that more may come; what waits lies in memory. */
    hasRoom: async () => {
      while (waiting.size > WAITING_MAX) await new Promise<void>((resolve) => roomFor.push(resolve));
    },
  };
}
