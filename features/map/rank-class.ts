const BASE = 20;

/**
 * Classes that name the place in a list in two digits to the base of 20. An entry and its lines carry the same two, so
 * forty rules of `app/styles/map.css` tie any of 400 entries to its lines without script.
 *
 * @param rank - from 0
 */
export function rankClass(rank: number): string {
  return `rank-a${String(Math.floor(rank / BASE))} rank-b${String(rank % BASE)}`;
}
