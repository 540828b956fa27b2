import type { TextFinding } from '../model.ts';
import type { Message } from './messages.ts';
import { firstMatches, report } from '../report.ts';

/** An apostrophe here swallows the argument or tag that it touches. */
const SWALLOWING = /(?<!')'(?=[{}<])/gu;
const DANGEROUS =
  /<\/?(?:script|iframe|object|embed|svg|style|form|base|meta)(?![\p{L}\d-])|javascript\s{0,9}:|data:text\/html|(?<![\p{L}\d])on[a-z]{3,20}\s{0,9}=/giu;
const MARKUP = /<\/?[a-z][a-z\d]{0,20}\s{0,9}\/?>|&(?:[a-z]{2,12}|#\d{1,7}|#x[\da-f]{1,6});/giu;

/** Apostrophes that silence an argument or a tag. Where the source has some too, they are meant: `'{'` shows a brace. */
export function findApostrophes(source: Message | null, target: Message): TextFinding[] {
  if (!target.text.includes("'") || (source !== null && source.text.search(SWALLOWING) !== -1)) return [];
  return firstMatches(target.text, SWALLOWING).map(({ index }) =>
    report('apostrophe', {
      subject: "'",
      range: { start: index, end: index + 1 },
      fix: apostropheFix(target.text, index),
    }),
  );
}

/** What could run in the reader's browser where a text came to stand in a page as it is. */
export function findUnsafe(source: string | null, target: string): TextFinding[] {
  if (!/[<=]|javascript|data:/iu.test(target)) return [];
  const known = new Set((source ?? '').match(DANGEROUS)?.map((part) => part.toLowerCase()));
  return firstMatches(target, DANGEROUS)
    .filter(([part]) => !known.has(part.toLowerCase()))
    .map(({ 0: part, index }) =>
      report('unsafe', { subject: part.trim(), range: { start: index, end: index + part.length } }),
    );
}

/** Markup that is none here, so that readers see it: `<br/>`, `&nbsp;`. */
export function findRawMarkup(source: Message | null, target: Message): TextFinding[] {
  if (!/[<&]/u.test(target.text)) return [];
  if (source?.runs.some(({ words }) => words.search(MARKUP) !== -1) === true) return [];
  return target.runs.flatMap(({ words, rangeOf }) =>
    firstMatches(words, MARKUP).map(({ 0: part, index }) =>
      report('raw-markup', { subject: part, range: rangeOf(index, index + part.length) }),
    ),
  );
}

/** The typographic sign; it means nothing to ICU. The quote that closes the silence is one as well, where there is one. */
function apostropheFix(text: string, index: number): TextFinding['fix'] {
  const closing = text.indexOf("'", index + 1);
  const edits = [{ start: index, end: index + 1, text: '’' }];
  return closing === -1 ? edits : [...edits, { start: closing, end: closing + 1, text: '’' }];
}
