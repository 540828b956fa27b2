import { expect, test } from 'vitest';
import { matchTerms } from './match-terms.ts';
import type { Term } from './model.ts';

function term(key: string, ar: string, en: string, more: { accepted?: string[]; forbidden?: string[] } = {}): Term {
  return {
    key,
    forms: {
      ar: { preferred: ar, accepted: more.accepted ?? [], forbidden: more.forbidden ?? [] },
      en: { preferred: en, accepted: [], forbidden: [] },
    },
    isRequired: key === 'twin_town',
    isUntranslated: false,
  };
}

const GLOSSARY: Term[] = [
  term('partnership', 'شراكة', 'partnership'),
  term('climate_partnership', 'شراكة مناخية', 'climate partnership'),
  term('twin_town', 'مدينة توأم', 'twin town', { accepted: ['مدن توأم', 'توأمة'] }),
  term('mou', 'مذكرة تفاهم', 'memorandum of understanding'),
  term('pittsburgh', 'بيتسبرغ', 'Pittsburgh', { forbidden: ['بيتسبرج'] }),
  { ...term('hafencity', 'HafenCity', 'HafenCity'), isUntranslated: true },
];
const matcher = matchTerms(GLOSSARY, 'en', 'ar');

function check(source: string, target: string): string[] {
  return matcher.checkTerms(source, target).map(({ check: name, subject, wanted }) => `${name} ${subject} → ${wanted}`);
}

test.each([
  ['The partnership', 'الشراكة'],
  ['Partnerships', 'وللشراكات'],
  ['for the partnership', 'لِشَرَاكَتِهَا'],
  ['a climate partnership', 'بالشراكة المناخية'],
  ['twin towns', 'والمدن التوأم'],
  ['by the memorandum of understanding', 'بمذكرة التفاهم'],
  ['Pittsburgh', 'في بيتسبرغ'],
  ['HafenCity', 'حي HafenCity'],
])('%s is said by «%s»', (source, target) => {
  expect(check(source, target)).toEqual([]);
});

test.each([
  ['a twin town', 'تعاون', 'term-missing twin town → مدينة توأم'],
  ['a climate partnership', 'شراكة من أجل البيئة', 'term-missing climate partnership → شراكة مناخية'],
  ['Pittsburgh', 'بيتسبرغ، لا بيتسبرج', 'term-forbidden بيتسبرج → بيتسبرغ'],
  ['HafenCity', 'هافن سيتي', 'dnt-changed  → HafenCity'],
])('%s is not said by «%s»', (source, target, found) => {
  expect(check(source, target)).toEqual([found]);
});

test('a required term blocks, and each has its place', () => {
  expect(matcher.checkTerms('twin town', 'x')[0]).toMatchObject({ severity: 'review' });
  const [found] = matcher.checkTerms('x', 'مدينة وبيتسبرج');
  expect(found).toMatchObject({ check: 'term-forbidden', range: { start: 7, end: 14 } });
  expect(matcher.findTerms('A climate partnership').map(({ term: { key }, range }) => ({ key, range }))).toEqual([
    { key: 'climate_partnership', range: { start: 2, end: 21 } },
  ]);
});
