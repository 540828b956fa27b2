import { findArgumentFaults, findCorruptNames } from './message-arguments.ts';
import type { Catalogue, CatalogueFinding, TextFinding } from './model.ts';
import { parseMessage } from './parse-message.ts';
import { findPluralFaults } from './plural-forms.ts';
import { findApostrophes, findSignFaults } from './signs.ts';

/** What is wrong with one text by itself, in its language. */
export function checkText(text: string, locale: string): TextFinding[] {
  const { fault } = parseMessage(text);
  const broken = fault === null ? [] : [{ check: 'icu-parse' as const, subject: fault.reason, offset: fault.offset }];
  return [...broken, ...findSignFaults(text), ...findCorruptNames(text), ...findPluralFaults(text, locale)];
}

/** What is wrong with a catalogue: each text by itself, and against the source, which decides on keys and arguments. */
export function checkCatalogue(target: Catalogue, locale: string, source: Catalogue): CatalogueFinding[] {
  const missing = [...source.keys()].filter((key) => !target.has(key));
  const orphans = [...target.keys()].filter((key) => !source.has(key));
  return [
    ...missing.map((key) => ({ key, check: 'missing' as const, subject: '', offset: null })),
    ...orphans.map((key) => ({ key, check: 'orphan' as const, subject: '', offset: null })),
    ...[...target].flatMap(([key, text]) => {
      const wanted = source.get(key);
      const against =
        wanted === undefined ? [] : [...findArgumentFaults(wanted, text), ...findApostrophes(wanted, text)];
      return [...checkText(text, locale), ...against].map((finding) => ({ key, ...finding }));
    }),
  ];
}
