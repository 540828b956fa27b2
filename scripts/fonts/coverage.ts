import type { Letters } from './parts.ts';

/** The code points that a font has a shape for, from its table `cmap`; formats 4 and 12 are those in use. */
export function coverageOf(sfnt: Buffer): Set<number> {
  const at = tableAt(sfnt, 'cmap');
  const covered = new Set<number>();
  for (let entry = 0; entry < sfnt.readUInt16BE(at + 2); entry += 1) {
    const start = at + sfnt.readUInt32BE(at + 8 + 8 * entry);
    const format = sfnt.readUInt16BE(start);
    if (format === 4) addSegments(sfnt, start, covered);
    if (format === 12) addGroups(sfnt, start, covered);
  }
  return covered;
}

/** Each code point of a list by itself. */
export function pointsOf(letters: Letters): number[] {
  return letters.flatMap((one) => {
    const [from, to] = typeof one === 'number' ? [one, one] : one;
    return Array.from({ length: to - from + 1 }, (_, step) => from + step);
  });
}

/** Code points as the value of `unicode-range`. */
export function rangeOf(points: Iterable<number>): string {
  const ranges: [number, number][] = [];
  for (const point of [...new Set(points)].toSorted((a, b) => a - b)) {
    const last = ranges.at(-1);
    if (last?.[1] === point - 1) last[1] = point;
    else ranges.push([point, point]);
  }
  return ranges.map(([from, to]) => (from === to ? `U+${hex(from)}` : `U+${hex(from)}-${hex(to)}`)).join(', ');
}

function hex(point: number): string {
  return point.toString(16).toUpperCase().padStart(4, '0');
}

function tableAt(sfnt: Buffer, tag: string): number {
  for (let table = 0; table < sfnt.readUInt16BE(4); table += 1) {
    const entry = 12 + 16 * table;
    if (sfnt.toString('latin1', entry, entry + 4) === tag) return sfnt.readUInt32BE(entry + 8);
  }
  throw new Error(`the font has no table ${tag}`);
}

function addSegments(sfnt: Buffer, start: number, covered: Set<number>): void {
  const segments = sfnt.readUInt16BE(start + 6) / 2;
  for (let segment = 0; segment < segments; segment += 1) {
    const end = sfnt.readUInt16BE(start + 14 + 2 * segment);
    const from = sfnt.readUInt16BE(start + 16 + 2 * segments + 2 * segment);
    for (let point = from; point <= end && point < 0xff_ff; point += 1) covered.add(point);
  }
}

function addGroups(sfnt: Buffer, start: number, covered: Set<number>): void {
  for (let group = 0; group < sfnt.readUInt32BE(start + 12); group += 1) {
    const at = start + 16 + 12 * group;
    for (let point = sfnt.readUInt32BE(at); point <= sfnt.readUInt32BE(at + 4); point += 1) covered.add(point);
  }
}
