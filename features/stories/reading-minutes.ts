import { runsOf, type TextBlock } from '#features/records/published-rich-text.ts';

/** A calm reader's pace in words a minute; Arabic words carry more than English ones. */
const WORDS_A_MINUTE = 160;

/** How many minutes a text takes to read, at least one. */
export function readingMinutes(blocks: readonly TextBlock[]): number {
  const words = blocks
    .flatMap((block) => runsOf(block))
    .reduce((sum, { text }) => sum + (text.match(/\p{L}+/gu)?.length ?? 0), 0);
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
