import type { DrawnPoint, MapEnd } from './model.ts';
import { VIEW_WIDTH } from './view.ts';

/** A name or caption on the map, where it covers no other. */
export interface PlacedLabel {
  text: string;
  lang: string | undefined;
  at: DrawnPoint;
  /** Which end of the text stands at the point, seen from left to right whatever the language. */
  anchor: 'start' | 'middle' | 'end';
  kind: 'name' | 'caption';
  /** There is room for it on wide maps only, where type is small against the map. */
  isWideOnly: boolean;
}

interface Given {
  dots: readonly { end: MapEnd; at: DrawnPoint }[];
  captions: readonly { text: string; at: DrawnPoint }[];
  height: number;
}

interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

type Spot = Pick<PlacedLabel, 'at' | 'anchor'>;

/** The size of type on phones in units of the view; `app/styles/map.css` says the same. */
export const TYPE_NARROW = 25;
/** The size of type from 480 px on. */
export const TYPE_WIDE = 20;
/** The mean width of a letter in parts of the size, rather too much than too little. */
const LETTER = 0.56;
const DOT = 7;

/** Names beside their dots, then captions on their lines; what would cover another label or leave the map is left out. */
export function placeLabels({ dots, captions, height }: Given): PlacedLabel[] {
  const taken = dots.map(({ at }) => boxAround(at, DOT));
  const placed: PlacedLabel[] = [];
  const wanted = [
    ...dots.map(({ end, at }) => ({ text: end.name, lang: end.lang, kind: 'name' as const, at })),
    ...captions.map(({ text, at }) => ({ text, lang: undefined, kind: 'caption' as const, at })),
  ];
  let left = wanted;
  for (const size of [TYPE_NARROW, TYPE_WIDE]) {
    const isWideOnly = size === TYPE_WIDE;
    left = left.filter((label) => {
      const own = dots.findIndex(({ at }) => at === label.at);
      const others = taken.filter((_box, at) => at !== own);
      const spot = spotsAround(label.at, { kind: label.kind, size }).find((one) => {
        const box = boxOf(label.text, one, size);
        return isInside(box, height) && !others.some((other) => overlaps(box, other));
      });
      if (spot === undefined) return true;
      taken.push(boxOf(label.text, spot, size));
      placed.push({ ...label, ...spot, isWideOnly });
      return false;
    });
  }
  return placed;
}

function spotsAround([x, y]: DrawnPoint, { kind, size }: { kind: PlacedLabel['kind']; size: number }): Spot[] {
  if (kind === 'caption') return [{ at: [x, y - size * 0.4], anchor: 'middle' }];
  const beside = y + size * 0.35;
  return [
    { at: [x + 12, beside], anchor: 'start' },
    { at: [x - 12, beside], anchor: 'end' },
    { at: [x, y - size * 0.6], anchor: 'middle' },
    { at: [x, y + size * 1.15], anchor: 'middle' },
  ];
}

function boxOf(text: string, { at: [x, y], anchor }: Spot, size: number): Box {
  const width = text.length * size * LETTER;
  const left = x - { start: 0, middle: width / 2, end: width }[anchor];
  return { left, top: y - size, right: left + width, bottom: y + size * 0.4 };
}

function boxAround([x, y]: DrawnPoint, reach: number): Box {
  return { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach };
}

function isInside({ left, top, right, bottom }: Box, height: number): boolean {
  return left >= 0 && top >= 0 && right <= VIEW_WIDTH && bottom <= height;
}

function overlaps(one: Box, other: Box): boolean {
  return one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
}
