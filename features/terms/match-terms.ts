import { findForms, type FindForms } from '#features/checks/find-forms.ts';
import type { Range, TextFinding } from '#features/checks/model.ts';
import { report } from '#features/checks/report.ts';
import type { Term, TermForms } from './model.ts';

/** A term in a text. */
export interface TermMatch {
  term: Term;
  /** The form of the glossary that it is. */
  form: string;
  range: Range;
}

/** The glossary, made ready for two languages: built once, asked for each text. */
export interface TermMatcher {
  /** The terms of a source text, to be underlined; of terms inside of each other the longest. */
  findTerms: (source: string) => TermMatch[];
  /** Terms of the source that the target lacks, and forbidden words that it uses. */
  checkTerms: (source: string, target: string) => TextFinding[];
}

/**
 * Makes a glossary ready. Words are compared as Arabic writes them: without vowel signs, with «و», «ب», «ل», «ك», «ف» and «ال»
 * joined before them and endings behind.
 */
export function matchTerms(glossary: readonly Term[], sourceLocale: string, locale: string): TermMatcher {
  const inSource = searchFor(glossary, (term) => usable(term.forms[sourceLocale]));
  const inTarget = searchFor(glossary, (term) => usable(term.forms[locale]));
  const forbidden = searchFor(glossary, (term) => term.forms[locale]?.forbidden ?? []);
  const findTerms = (source: string) => longestOnly(inSource(source));
  return {
    findTerms,
    checkTerms: (source, target) => {
      const given = inTarget(target);
      const present = new Set(given.map(({ term }) => term.key));
      const asked = new Map(findTerms(source).map((match) => [match.term.key, match]));
      // A forbidden word may be a part of an accepted one.
      const used = forbidden(target).filter(({ range }) => !given.some((match) => holds(match.range, range)));
      return [
        ...[...asked.values()]
          .filter(({ term }) => !present.has(term.key))
          .flatMap((match) => reportMissing(match, target, locale)),
        ...used.map(({ term, form, range }) =>
          report('term-forbidden', { subject: form, wanted: term.forms[locale]?.preferred ?? '', range }),
        ),
      ];
    },
  };
}

type FindMatches = (text: string) => TermMatch[];

function searchFor(glossary: readonly Term[], formsOf: (term: Term) => readonly string[]): FindMatches {
  const owners = new Map<string, Term[]>();
  for (const term of glossary) {
    for (const form of formsOf(term)) owners.set(form, [...(owners.get(form) ?? []), term]);
  }
  const find: FindForms = findForms([...owners.keys()], { inflected: true });
  return (text) =>
    find(text).flatMap(({ form, range }) => (owners.get(form) ?? []).map((term) => ({ term, form, range })));
}

function usable(forms: TermForms | undefined): string[] {
  return forms === undefined ? [] : [forms.preferred, ...forms.accepted];
}

function reportMissing({ term, form }: TermMatch, target: string, locale: string): TextFinding[] {
  if (term.isUntranslated) return target.includes(form) ? [] : [report('dnt-changed', { wanted: form })];
  const wanted = term.forms[locale]?.preferred;
  if (wanted === undefined) return [];
  return [report('term-missing', { subject: form, wanted, severity: term.isRequired ? 'review' : 'warning' })];
}

/** «شراكة» inside of «شراكة مناخية» is not asked for by itself. */
function longestOnly(matches: readonly TermMatch[]): TermMatch[] {
  const byLength = matches.toSorted((one, other) => lengthOf(other.range) - lengthOf(one.range));
  const kept: TermMatch[] = [];
  for (const match of byLength) {
    const isInside = kept.some(({ range }) => holds(range, match.range) && lengthOf(range) > lengthOf(match.range));
    if (!isInside) kept.push(match);
  }
  return kept.toSorted((one, other) => one.range.start - other.range.start);
}

function holds(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && outer.end >= inner.end;
}

function lengthOf({ start, end }: Range): number {
  return end - start;
}
