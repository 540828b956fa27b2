import { checkCatalogue } from '#features/checks/check-catalogue.ts';
import type { CatalogueFinding } from '#features/checks/model.ts';
import { type ReadCatalogue, readCatalogue } from '#features/checks/read-catalogue.ts';
import { LOCALES } from '#i18n/locales.ts';
import { describeCheck } from '#scripts/messages/describe-finding.ts';
import { type Finding, readPlace } from './finding.ts';
import { findUnusedKeys } from './message-usage.ts';

/** The language that decides on keys and arguments; its file gives `t()` its types. */
const SOURCE_LOCALE = 'en';

/** What is wrong with the interface texts of the project, in all languages, warnings included. */
export function findMessageFaults(root: string): Finding[] {
  const source = readLocale(root, SOURCE_LOCALE);
  const unused = findUnusedKeys(root, source.texts.keys());
  return [
    ...LOCALES.flatMap((locale) => {
      const { texts, findings } = readLocale(root, locale);
      const all = [...findings, ...checkCatalogue(texts, locale, source.texts)];
      return all.map((finding) => ({ file: placeOf(locale), message: describeMessageFault(finding) }));
    }),
    ...unused.map((key) => ({ file: placeOf(SOURCE_LOCALE), message: `${key}: no code asks for it` })),
  ];
}

/** A finding as a line for a terminal. */
export function describeMessageFault(finding: CatalogueFinding): string {
  const { key, check, offset } = finding;
  return `${key}: ${check}${offset === null ? '' : ` at ${String(offset)}`}. ${describeCheck(finding)}`;
}

function readLocale(root: string, locale: string): ReadCatalogue {
  return readCatalogue(JSON.parse(readPlace(root, placeOf(locale))));
}

function placeOf(locale: string): string {
  return `messages/${locale}.json`;
}
