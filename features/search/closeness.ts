/**
 * How many letters have to be put in, left out, changed or swapped with their neighbour to make one word of another
 * (optimal string alignment).
 */
function distanceBetween(one: string, other: string): number {
  const [from, to] = [[...one], [...other]];
  const at = (row: number, column: number) => rows[row]?.[column] ?? Infinity;
  const rows = [Array.from({ length: to.length + 1 }, (_unused, column) => column)];
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    rows.push(current);
    for (let column = 1; column <= to.length; column += 1) {
      const isSame = from[row - 1] === to[column - 1];
      const isSwapped = row > 1 && from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1];
      const changed = at(row - 1, column - 1) + (isSame ? 0 : 1);
      const swapped = isSwapped ? at(row - 2, column - 2) + 1 : Infinity;
      current.push(Math.min(changed, swapped, at(row - 1, column) + 1, at(row, column - 1) + 1));
    }
  }
  return at(from.length, to.length);
}

const SHORT = 6;
/** Any two words of two letters are a slip apart. */
const LENGTH_MIN = 3;

/** Whether a word may be a slip for another: one letter in a short word, two in a longer one, none in the shortest. */
export function isSlip(asked: string, known: string): boolean {
  const length = [...asked].length;
  const allowed = length <= SHORT ? 1 : 2;
  if (length < LENGTH_MIN || Math.abs(length - [...known].length) > allowed) return false;
  return distanceBetween(asked, known) <= allowed;
}

/** Of a longer word the beginning will do. */
const PREFIX = 7;

/**
 * What remains of the beginning of a word when as many letters are left out as a slip may change. A word and what it is a slip
 * for share one of these, so an index over them finds every candidate, whatever the locale of the database.
 */
export function remaindersOf(word: string): string[] {
  const letters = [...word];
  if (letters.length < LENGTH_MIN) return [];
  const found = new Set([letters.slice(0, PREFIX).join('')]);
  let shortened = [...found];
  for (let left = letters.length <= SHORT ? 1 : 2; left > 0; left -= 1) {
    shortened = shortened.flatMap((one) => Array.from(one, (_letter, at) => one.slice(0, at) + one.slice(at + 1)));
    for (const one of shortened) found.add(one);
  }
  return [...found];
}
