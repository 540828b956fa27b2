import path from 'node:path';
import { checkCatalogue } from '#features/checks/check-catalogue.ts';
import type { CatalogueFinding, CheckName } from '#features/checks/model.ts';
import { fingerprintOf } from '#features/checks/waivers.ts';
import { LOCALES } from '#i18n/locales.ts';
import { type CatalogueFile, placeFindings, type PlacedFinding, readCatalogueFile } from './catalogue-file.ts';

/** The language that decides on keys and arguments; its file gives `t()` its types. */
const SOURCE_LOCALE = 'en';
/** What only tells something, and is nevertheless a rule of this project: sorted files seldom meet in one line. */
const RULES_OF_OURS: ReadonlySet<CheckName> = new Set(['encoding-mark', 'unsorted']);
const DIGITS = 'latn';

/** Passed over, with the reason. A change of the text ends it, as the fingerprint is another one then. */
const WAIVED: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Desk.unpublish': { 'length-ratio|29|9': 'German says it in two long words; the button has room' },
  'Choices.digits.arab': { 'digits-policy|١٢٣|123': 'shows the digits that it offers' },
};

/** What is wrong with the interface texts of the project, in all languages, warnings included. */
export function checkProject(root: string): PlacedFinding[] {
  const source = readLocale(root, SOURCE_LOCALE);
  return LOCALES.flatMap((locale) => {
    const target = locale === SOURCE_LOCALE ? source : readLocale(root, locale);
    const found = checkCatalogue(
      { source: source.texts, target: target.texts },
      { locale, sourceLocale: SOURCE_LOCALE, directionMarks: 'refused', digits: DIGITS },
    );
    return placeFindings(target, [...target.findings, ...found].filter(isFault));
  });
}

/** The keys of the language that decides. */
export function listSourceKeys(root: string): string[] {
  return [...readLocale(root, SOURCE_LOCALE).texts.keys()];
}

function isFault(finding: CatalogueFinding): boolean {
  const { key, check, severity } = finding;
  if (severity === 'info') return RULES_OF_OURS.has(check);
  return WAIVED[key]?.[fingerprintOf(finding)] === undefined;
}

function readLocale(root: string, locale: string): CatalogueFile {
  const name = `messages/${locale}.json`;
  return readCatalogueFile(path.join(root, name), name);
}
