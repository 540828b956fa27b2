/** Something that stands elsewhere in a list than before; places count from 1. */
export interface Move {
  id: string;
  from: number;
  to: number;
}

/**
 * What was moved in a list: as few things as explain its new order. What came or went moved nothing, and what stands elsewhere only
 * because of that did not move.
 */
export function findMoves(before: readonly string[], after: readonly string[]): Move[] {
  const common = after.filter((id) => before.includes(id));
  const stayed = longestRising(common.map((id) => before.indexOf(id)));
  return common
    .filter((id) => !stayed.has(before.indexOf(id)))
    .map((id) => ({ id, from: before.indexOf(id) + 1, to: after.indexOf(id) + 1 }));
}

/** The longest part of a list of numbers that rises: all that need not have moved. */
function longestRising(numbers: readonly number[]): Set<number> {
  const best: number[][] = [];
  for (const number of numbers) {
    const before = best.filter((run) => (run.at(-1) ?? -1) < number);
    const longest = before.toSorted((one, other) => other.length - one.length)[0] ?? [];
    best.push([...longest, number]);
  }
  return new Set(best.toSorted((one, other) => other.length - one.length)[0] ?? []);
}
