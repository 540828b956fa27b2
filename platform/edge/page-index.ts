import type { PageHead } from './disk-pages.ts';

/** A page that the store knows. Its answer is in memory or on the disk. */
export interface Page extends PageHead {
  /** How often it was asked for; the most read are made anew first. */
  hits: number;
  bytes: number;
}

/** What is known of all pages, by address and by tag. */
export type PageIndex = ReturnType<typeof createPageIndex>;

/** Most tags stand on one page alone, and a set for each of them would take more than the pages themselves. */
type Tagged = Page | Set<Page>;

/** An index without pages. */
export function createPageIndex() {
  const pages = new Map<string, Page>();
  const byTag = new Map<string, Tagged>();
  let total = 0;

  function withTag(tag: string): Iterable<Page> {
    const tagged = byTag.get(tag) ?? [];
    return Symbol.iterator in tagged ? tagged : [tagged];
  }

  /** Many pages name the same tags, and each that is read from the disk brings letters of its own. */
  function nameOf(tag: string): string {
    const [known] = withTag(tag);
    return known?.tags.find((name) => name === tag) ?? tag;
  }

  function enter(tag: string, page: Page): void {
    const others = byTag.get(tag);
    if (others instanceof Set) others.add(page);
    else if (others !== page) byTag.set(tag, others === undefined ? page : new Set([others, page]));
  }

  function remove(path: string): void {
    const page = pages.get(path);
    if (page === undefined) return;
    pages.delete(path);
    total -= page.bytes;
    for (const tag of page.tags) {
      const others = byTag.get(tag);
      if (others instanceof Set) others.delete(page);
      if (others === page || (others instanceof Set && others.size === 0)) byTag.delete(tag);
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
      for (const tag of page.tags) enter(tag, page);
      return page;
    },
    remove,
    withTag,
    all: (): Iterable<Page> => pages.values(),
    totals: () => ({ pages: pages.size, bytes: total }),
    leastRead: (among: number) => leastReadOf(pages.values(), among),
  };
}

/** Of the first so many, which are the oldest, the one that was asked for least. */
function leastReadOf(pages: Iterable<Page>, among: number): Page | null {
  let least: Page | null = null;
  let looked = 0;
  for (const page of pages) {
    if (least === null || page.hits < least.hits) least = page;
    looked += 1;
    if (looked === among) break;
  }
  return least;
}
