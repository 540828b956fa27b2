import type { PageHead } from './disk-pages.ts';

/** A page that the store knows. Its answer is in memory or on the disk. */
export interface Page extends PageHead {
  /** How often it was asked for; the most read are made anew first. */
  hits: number;
  bytes: number;
}

/** What is known of all pages, by address and by tag. */
export type PageIndex = ReturnType<typeof createPageIndex>;

/** An index without pages. */
export function createPageIndex() {
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
