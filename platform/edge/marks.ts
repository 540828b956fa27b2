/** A tag that was marked as out of date, and when: a number that only grows for one tag. */
export interface Mark {
  tag: string;
  atMs: number;
}

/** The newest mark of each tag. */
export interface Marks {
  /** Takes in marks, known ones as well. @returns the tags that are newer than before */
  hear: (marks: readonly Mark[]) => string[];
  /** What was in force at this moment, to be asked again when a page is there. */
  look: () => Look;
  /** Whether one of the tags was marked after what a page has seen of it. */
  isNewer: (tags: readonly string[], seen: readonly number[]) => boolean;
}

/** One moment, as the marks know it. */
export interface Look {
  /** For each tag the mark in force then; of one that was marked since, a number that is always older. */
  seenOf: (tags: readonly string[]) => number[];
}

const NEVER = 0;
const OLDER_THAN_ALL = -1;

/**
 * Keeps the newest mark of each tag. Pages compare marks with marks and never with a clock, so it does not matter whose clock
 * made them, nor how late they are heard.
 */
export function createMarks(): Marks {
  const newest = new Map<string, { atMs: number; heard: number }>();
  let heard = 0;
  return {
    hear: (marks) => {
      heard += 1;
      const newer = new Set<string>();
      for (const { tag, atMs } of marks) {
        if (atMs <= (newest.get(tag)?.atMs ?? NEVER)) continue;
        newest.set(tag, { atMs, heard });
        newer.add(tag);
      }
      return [...newer];
    },
    look: () => {
      const then = heard;
      const seen = (tag: string) => {
        const mark = newest.get(tag);
        if (mark === undefined) return NEVER;
        return mark.heard > then ? OLDER_THAN_ALL : mark.atMs;
      };
      return { seenOf: (tags) => tags.map((tag) => seen(tag)) };
    },
    isNewer: (tags, seen) => tags.some((tag, at) => (newest.get(tag)?.atMs ?? NEVER) > (seen[at] ?? OLDER_THAN_ALL)),
  };
}
