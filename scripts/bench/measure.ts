/** How long something took, in milliseconds, over many tries. */
export interface Times {
  p50: number;
  p95: number;
}

/** Runs each of several works in turn, so that all of them meet the same disturbances, and times each. */
export async function timeInTurn<Name extends string>(
  rounds: number,
  works: Record<Name, (round: number) => Promise<unknown>>,
): Promise<Record<Name, Times>> {
  const names = Object.keys(works) as Name[];
  const taken = new Map<Name, number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (const name of names) {
      const began = performance.now();
      await works[name](round);
      taken.get(name)?.push(performance.now() - began);
    }
  }
  return asRecord(names.map((name) => [name, timesOf(taken.get(name) ?? [])]));
}

/** The median and the time that one try in twenty exceeds. */
function timesOf(taken: readonly number[]): Times {
  const sorted = taken.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95) };
}

/** The entries were made from all of the names. */
function asRecord<Name extends string>(entries: [Name, Times][]): Record<Name, Times> {
  return Object.fromEntries(entries) as Record<Name, Times>;
}
