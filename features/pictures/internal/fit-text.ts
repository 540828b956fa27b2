import type { Coloured } from './markup.ts';

/** The place that something takes, in pixels. */
export interface Extent {
  width: number;
  height: number;
}

/** Text that is to be set into lines. */
export interface Setting {
  stretches: readonly Coloured[];
  size: number;
  /** Lines break before it; a word that is longer still sticks out, unless it may be broken. */
  width: number;
  breaksWords: boolean;
}

/** Sets text and says how much room its ink takes. */
export type SetText<S extends Extent> = (setting: Setting) => Promise<S>;

/** What text has to fit into. */
export interface Room extends Extent {
  /** From the largest to the smallest. */
  sizes: readonly number[];
  /** Rather no text than a part of it. */
  isForWhole?: boolean;
}

const ELLIPSIS = '…';

/** Ink may reach beyond the line it stands in, as slanted letters and swashes do. */
const OVERHANG = 8;

/**
 * The largest setting that fits: the text wraps, then shrinks; at the smallest size words may break, and only then is the end
 * of it cut.
 *
 * @returns `null` where there is no text, or no room for it
 */
export async function fitText<S extends Extent>(
  stretches: readonly Coloured[],
  room: Room,
  set: SetText<S>,
): Promise<S | null> {
  if (stretches.every(({ text }) => text.trim() === '')) return null;
  for (const size of room.sizes) {
    const whole = await set({ stretches, size, width: room.width - OVERHANG, breaksWords: false });
    if (isWithin(whole, room)) return whole;
  }
  if (room.isForWhole === true) return null;
  const smallest = { size: room.sizes.at(-1) ?? 1, width: room.width - OVERHANG, breaksWords: true };
  const broken = await set({ ...smallest, stretches });
  return isWithin(broken, room) ? broken : fitCut(stretches, room, (cut) => set({ ...smallest, stretches: cut }));
}

/** The longest beginning that fits, found by halving. */
async function fitCut<S extends Extent>(
  stretches: readonly Coloured[],
  room: Room,
  set: (stretches: readonly Coloured[]) => Promise<S>,
): Promise<S | null> {
  let best: S | null = null;
  let least = 1;
  let most = stretches.reduce((sum, { text }) => sum + lettersOf(text).length, 0);
  while (least <= most) {
    const count = Math.floor((least + most) / 2);
    const tried = await set(cutTo(stretches, count));
    if (isWithin(tried, room)) {
      best = tried;
      least = count + 1;
    } else most = count - 1;
  }
  return best;
}

/** The first letters, ending with a whole word where that costs little. */
export function cutTo(stretches: readonly Coloured[], count: number): Coloured[] {
  const kept: Coloured[] = [];
  let left = count;
  for (const { text, colour } of stretches) {
    const letters = lettersOf(text);
    if (letters.length <= left) kept.push({ text, colour });
    else {
      kept.push({ text: `${wholeWords(letters.slice(0, left).join(''))}${ELLIPSIS}`, colour });
      break;
    }
    left -= letters.length;
  }
  return kept;
}

/** What readers take for one letter; a mark is never parted from the letter that carries it. */
function lettersOf(text: string): string[] {
  return [...new Intl.Segmenter('ar', { granularity: 'grapheme' }).segment(text)].map(({ segment }) => segment);
}

const WORD_LETTERS_MAX = 16;

function wholeWords(text: string): string {
  const end = text.lastIndexOf(' ');
  return end > 0 && text.length - end <= WORD_LETTERS_MAX ? text.slice(0, end) : text.trimEnd();
}

function isWithin(extent: Extent, room: Extent): boolean {
  return extent.width <= room.width && extent.height <= room.height;
}
