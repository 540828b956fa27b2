import type { CheckContext, Edit, Range, TextFinding } from '../model.ts';
import type { Message, Run } from './messages.ts';
import { codeOf, firstMatches, replaced, report } from '../report.ts';

/** Overrides, embeddings, isolates and marks: our pages give each text its direction, so a text never needs them. */
const BIDI_CONTROL = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** Zero-width space, word joiner, byte order mark, soft hyphen. The zero-width non-joiner stays: Persian names need it. */
const INVISIBLE = /[\u00AD\u200B\u2060\uFEFF]/gu;
/** Tabs and line ends may stand in a text; every other control character has no business there. */
const OPEN_MAX = 20;
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/gu;
const LONE_SURROGATE = /[\uD800-\uDFFF]/gu;
/** What Arabic or a letter with a dot looks like once UTF-8 was read as Latin 1 or Windows-1252, twice in a row. */
const MOJIBAKE = /(?:[ØÙ][\u0080-\u00BF\u2013-\u203A\u0152-\u0192\u02C6\u02DC€™]){2}|Ã[\u0080-\u00BF]|ï»¿|\uFFFD/gu;

/** Signs in a text that nobody sees and that change what others see. */
export function findSignFaults(source: string | null, target: string, context: CheckContext): TextFinding[] {
  if (/^[\n -~]*$/u.test(target)) return [];
  const refusesMarks = context.directionMarks === 'refused';
  return [
    ...(refusesMarks ? each('bidi-control', target, BIDI_CONTROL) : findDirectionFaults(target)),
    ...each('invisible', target, INVISIBLE).filter(({ range }) => !isIn(source, target, range)),
    ...each('control-character', target, CONTROL),
    ...each('lone-surrogate', target, LONE_SURROGATE),
    ...firstMatches(target, MOJIBAKE).map(({ 0: part, index }) =>
      report('mojibake', { subject: part, range: { start: index, end: index + part.length } }),
    ),
    ...findComposition(target),
  ];
}

/** Isolates and embeddings that do not end where they begin: each stretch of prose is shown by itself. */
export function findUnbalanced(run: Run): TextFinding[] {
  if (!/[\u202A-\u202E\u2066-\u2069]/u.test(run.words)) return [];
  const open: { sign: string; index: number }[] = [];
  const stray: TextFinding[] = [];
  for (const { 0: sign, index } of run.words.matchAll(/[\u202A-\u202E\u2066-\u2069]/gu)) {
    if (!isClosing(sign)) {
      open.push({ sign, index });
    } else if (open.length > 0 && closingOf(open.at(-1)?.sign ?? '') === sign) {
      open.pop();
    } else if (stray.length < OPEN_MAX) {
      stray.push(remove('bidi-stray', run, { start: index, end: index + 1 }));
    }
  }
  const end = run.words.length;
  return [
    ...stray,
    ...open.slice(0, OPEN_MAX).map(({ sign, index }) =>
      report('bidi-open', {
        subject: codeOf(sign),
        range: run.rangeOf(index, index + 1),
        fix: replaced({ start: run.rangeOf(end - 1, end).end, end: run.rangeOf(end - 1, end).end }, closingOf(sign)),
      }),
    ),
  ];
}

/** A text that trims to nothing although its source does not. */
export function findEmptiness({ source, target }: { source: Message | null; target: Message }): TextFinding[] {
  return target.text.trim() === '' && source?.text.trim() !== '' ? [report('empty')] : [];
}

function findDirectionFaults(target: string): TextFinding[] {
  return [
    ...each('bidi-override', target, /[\u202D\u202E]/gu),
    ...each('bidi-mark', target, /[\u061C\u200E\u200F]/gu).map((finding) => ({ ...finding, fix: null })),
  ];
}

function each(check: TextFinding['check'], text: string, pattern: RegExp): TextFinding[] {
  return firstMatches(text, pattern).map(({ 0: sign, index }) => {
    const range = { start: index, end: index + sign.length };
    return report(check, { subject: codeOf(sign), range, fix: replaced(range, '') });
  });
}

function remove(check: TextFinding['check'], run: Run, part: Range): TextFinding {
  return report(check, {
    subject: codeOf(run.words.slice(part.start, part.end)),
    range: run.rangeOf(part.start, part.end),
    fix: run.edit(part, ''),
  });
}

function isIn(source: string | null, target: string, range: Range | null): boolean {
  return source !== null && range !== null && source.includes(target.slice(range.start, range.end));
}

function findComposition(target: string): TextFinding[] {
  // Normalising so many marks in a row takes time squared; no language stacks them.
  if (/\p{M}{31}/u.test(target)) return [report('not-nfc')];
  const composed = target.normalize('NFC');
  if (composed === target) return [];
  const fix: Edit[] = replaced({ start: 0, end: target.length }, composed);
  return [report('not-nfc', { fix })];
}

function isClosing(sign: string): boolean {
  return sign === '\u202C' || sign === '\u2069';
}

function closingOf(sign: string): string {
  return sign >= '\u2066' ? '\u2069' : '\u202C';
}
