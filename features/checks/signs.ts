import type { TextFinding } from './model.ts';

/** Overrides, embeddings, isolates and marks: the page gives each text its direction, so a text never needs them. */
const BIDI_CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Zero-width space, word joiner, byte order mark, soft hyphen. The zero-width non-joiner stays: Persian names need it. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/gu;
/** An apostrophe here swallows the argument or tag that it touches. */
const SWALLOWING = /(?<!')'(?=[{}<])/gu;

/** Signs in a text that nobody sees and that change what others see. */
export function findSignFaults(text: string): TextFinding[] {
  return [
    ...[...text.matchAll(BIDI_CONTROL)].map((match) => at('bidi-control', match)),
    ...[...text.matchAll(INVISIBLE)].map((match) => at('invisible', match)),
    ...(text.normalize('NFC') === text ? [] : [whole('not-nfc')]),
    ...(text.trim() === text ? [] : [whole('space-edge')]),
    ...(text.trim() === '' ? [whole('empty')] : []),
  ];
}

/** Apostrophes that silence an argument or a tag. Where the source has some too, they are meant: `'{'` shows a brace. */
export function findApostrophes(source: string, target: string): TextFinding[] {
  if (source.search(SWALLOWING) !== -1) return [];
  return [...target.matchAll(SWALLOWING)].map((match) => at('apostrophe', match));
}

function at(check: TextFinding['check'], match: RegExpExecArray): TextFinding {
  const code = match[0].codePointAt(0) ?? 0;
  return { check, subject: `U+${code.toString(16).toUpperCase().padStart(4, '0')}`, offset: match.index };
}

function whole(check: TextFinding['check']): TextFinding {
  return { check, subject: '', offset: null };
}
