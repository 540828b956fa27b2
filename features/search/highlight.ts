import { wordsIn } from './normalise.ts';

/** A part of a text, marked where it is a word that was searched for. */
export interface TextPart {
  text: string;
  isMarked: boolean;
}

/**
 * A text in parts, so that the words that were found can be marked in it: whole words, in the text as it stands.
 *
 * @param found - folded words, as a query finds them
 */
export function markWords(text: string, found: readonly string[]): TextPart[] {
  const known = new Set(found);
  const parts: TextPart[] = [];
  let from = 0;
  for (const { forms, start, end } of wordsIn(text)) {
    if (!forms.some((form) => known.has(form))) continue;
    if (start > from) parts.push({ text: text.slice(from, start), isMarked: false });
    parts.push({ text: text.slice(start, end), isMarked: true });
    from = end;
  }
  if (from < text.length) parts.push({ text: text.slice(from), isMarked: false });
  return parts;
}
