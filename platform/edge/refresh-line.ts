/** Pages that wait to be made anew, the most read first. */
export interface RefreshLine {
  /** Those that wait already stay where they are. */
  add: (paths: Iterable<string>) => void;
  next: () => string | null;
  size: () => number;
}

/** Readers go on asking while pages wait: after so many the line is put in order again. */
const TAKEN_BEFORE_ORDERING = 100;

/**
 * Makes a line in order of traffic.
 *
 * @param hitsOf - how often a page was asked for; -1 for one that nobody has asked for yet
 */
export function createRefreshLine(hitsOf: (path: string) => number): RefreshLine {
  const waiting = new Set<string>();
  /** Least read first, so that the next one stands at the end. */
  let ordered: string[] = [];
  let taken = 0;
  let isOrdered = true;
  return {
    add: (paths) => {
      for (const path of paths) {
        if (waiting.has(path)) continue;
        waiting.add(path);
        ordered.push(path);
        isOrdered = false;
      }
    },
    next: () => {
      if (!isOrdered) {
        const hits = new Map(ordered.map((path) => [path, hitsOf(path)]));
        ordered = ordered.toSorted((one, other) => (hits.get(one) ?? 0) - (hits.get(other) ?? 0));
        isOrdered = true;
      }
      const path = ordered.pop() ?? null;
      taken += 1;
      if (taken % TAKEN_BEFORE_ORDERING === 0) isOrdered = false;
      if (path !== null) waiting.delete(path);
      return path;
    },
    size: () => waiting.size,
  };
}
