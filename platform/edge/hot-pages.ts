import { type Answer, sizeOf } from './answer.ts';
import type { Page } from './page-index.ts';

/** A page whose answer is in memory. */
export interface HotPage {
  page: Page;
  answer: Answer;
  /** Asked for since the store last looked for room. */
  isRecent: boolean;
}

/** Answers in memory, by address. */
export type HotPages = ReturnType<typeof createHotPages>;

/** Answers in memory, within a bound: who was not asked for since the last look goes first. */
export function createHotPages(bytesMax: number) {
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

  function add(page: Page, answer: Answer): HotPage {
    const isRecent = pages.get(page.path)?.isRecent ?? false;
    remove(page.path);
    const added = { page, answer, isRecent };
    pages.set(page.path, added);
    total += sizeOf(answer);
    makeRoom();
    return added;
  }

  return {
    get: (path: string) => pages.get(path),
    /** Takes in a page that a reader has asked for. */
    add,
    /** Takes in a page that was made, where it stood already or where there is room: it takes no place from those that are read. */
    offer: (page: Page, answer: Answer): HotPage => {
      const isWelcome = pages.has(page.path) || total + sizeOf(answer) <= bytesMax;
      return isWelcome ? add(page, answer) : { page, answer, isRecent: false };
    },
    remove,
    bytes: () => total,
  };
}
