import { findArabicFaults } from './internal/arabic.ts';
import { findArgumentFaults, findCorruptNames } from './internal/arguments.ts';
import { findChoiceFaults, findLiteralHashes, findPartialPlurals } from './internal/choices.ts';
import { findDigitFaults, findOtherNumbers } from './internal/digits.ts';
import { languageOf } from './internal/languages.ts';
import { findApostrophes, findRawMarkup, findUnsafe } from './internal/markup.ts';
import { type Message, readMessage, readPlain } from './internal/messages.ts';
import { findLostCounts, findPluralFaults } from './internal/plurals.ts';
import { findBrackets, findForeignPunctuation, findOtherEnd } from './internal/punctuation.ts';
import { report, tidy } from './report.ts';
import { findEmptiness, findSignFaults, findUnbalanced } from './internal/signs.ts';
import { findSpacing } from './internal/spacing.ts';
import { findAddresses, findLength, findRepeated, findUntranslated } from './internal/wording.ts';
import type { CheckContext, TextFinding, TextPair } from './model.ts';

/** Both texts, read; what all checks look at. */
interface ReadPair {
  source: Message | null;
  target: Message;
}

/** What is wrong with a text of the interface, which is an ICU message: by itself, and against its source. */
export function checkMessage(pair: TextPair, context: CheckContext): TextFinding[] {
  const source = pair.source === null ? null : readMessage(pair.source);
  const read = { source, target: readMessage(pair.target) };
  return tidy([...checkSyntax(read, context), ...checkProse(read, context), ...compareProse(read, context)]);
}

/** What is wrong with a text of a record, in which braces and tags are only signs. Facts: `pinned-facts.ts`. */
export function checkPlainText(pair: TextPair, context: CheckContext): TextFinding[] {
  const source = pair.source === null ? null : readPlain(pair.source);
  const read = { source, target: readPlain(pair.target) };
  return tidy([...checkProse(read, context), ...compareProse(read, context)]);
}

function checkSyntax({ source, target }: ReadPair, context: CheckContext): TextFinding[] {
  const { fault } = target.parsed;
  if (fault !== null) {
    const { reason, offset } = fault;
    return [
      report('icu-parse', { subject: reason, range: offset === null ? null : { start: offset, end: offset + 1 } }),
    ];
  }
  const isPlain = target.parsed.elements.length < 2 && !/[{<'#]/u.test(target.text);
  const alone = isPlain ? [] : checkStructure(source, target, context);
  const hasSource = source !== null && source.parsed.elements !== null;
  if (!hasSource || (isPlain && !/[{<]/u.test(source.text))) return alone;
  return [
    ...alone,
    ...findArgumentFaults(source, target, context),
    ...findLostCounts(source, target, context.locale),
    ...findChoiceFaults(source, target),
  ];
}

function checkStructure(source: Message | null, target: Message, { locale }: CheckContext): TextFinding[] {
  return [
    ...findCorruptNames(target),
    ...findPluralFaults(target, locale),
    ...findLiteralHashes(source, target),
    ...findPartialPlurals(target),
    ...findApostrophes(source, target),
  ];
}

function checkProse({ source, target }: ReadPair, context: CheckContext): TextFinding[] {
  const language = languageOf(context.locale);
  return [
    ...findEmptiness({ source, target }),
    ...findSignFaults(source?.text ?? null, target.text, context),
    ...findUnsafe(source?.text ?? null, target.text),
    ...findRawMarkup(source, target),
    ...findSpacing(source, target),
    ...findDigitFaults(target, context.digits ?? language.digits),
    ...findBrackets(source, target, language),
    ...findRepeated(source, target, language),
    ...findLength(source, target, context),
    ...target.runs.flatMap((run) => [
      ...(context.directionMarks === 'refused' ? [] : findUnbalanced(run)),
      ...(language.script === 'Arab' ? findArabicFaults(run, language.code) : findForeignPunctuation(run, language)),
    ]),
  ];
}

function compareProse({ source, target }: ReadPair, context: CheckContext): TextFinding[] {
  if (source === null || source.parsed.elements === null || target.parsed.elements === null) return [];
  if (target.text.trim() === '') return [];
  const language = languageOf(context.locale);
  return [
    ...findOtherEnd(source, target, language.script),
    ...findOtherNumbers(source, target, language),
    ...findUntranslated(source, target, context),
    ...findAddresses(source, target),
  ];
}
