import type { KindName } from '#features/records/model.ts';

/** How many records of each kind a generated register has. */
type Quantities = Record<Exclude<KindName, 'page' | 'story'>, number>;

/** The records that are made through the commands. */
export const MADE: Quantities = { theme: 5, place: 100, organisation: 5, programme: 5, partnership: 135 };

/** Everywhere a reader or editor could take generated words for real ones, they say what they are. */
const MARK = { ar: 'مولَّد للقياس', de: 'zum Messen erzeugt', en: 'generated for measuring' };
const LOCALES = ['ar', 'de', 'en'] as const;
const COUNTRIES = ['DE', 'KR', 'TR', 'US', 'FR', 'PL', 'JP', 'MA', 'EG', 'BR'];
const TYPES = ['twinning', 'friendship', 'project', 'climate', 'cooperation', 'port'];
const WORDS = {
  ar: 'تتعاون المدينتان في النقل والطاقة والمياه والتعليم وتتبادلان الخبراء والطلاب وتنظمان لقاءات سنوية بين الإدارتين'.split(
    ' ',
  ),
  de: 'Die beiden Städte arbeiten bei Verkehr Energie Wasser und Bildung zusammen tauschen Fachleute und Studierende aus'.split(
    ' ',
  ),
  en: 'The two cities work together on transport energy water and education and exchange experts and students every year'.split(
    ' ',
  ),
};

/** A number that looks random and is the same in each run. */
function pick(seed: number, below: number): number {
  return Math.abs(Math.imul(seed + 1, 2_654_435_761) ^ (seed << 7)) % below;
}

function words(locale: (typeof LOCALES)[number], seed: number, count: number): string {
  const list = WORDS[locale];
  return Array.from({ length: count }, (_, index) => list[pick(seed + index, list.length)]).join(' ');
}

function body(locale: (typeof LOCALES)[number], seed: number) {
  const content = Array.from({ length: 4 }, (_, index) => ({
    type: 'paragraph',
    attrs: { id: `b${String(index + 1)}` },
    content: [{ type: 'text', text: words(locale, seed + index, 60) }],
  }));
  return { type: 'doc', content };
}

/** Rows of an import, what is pointed to first; all keys begin with `generated:`. */
export function generatedRows(quantities: Quantities): object[] {
  const { theme, place, organisation, programme, partnership } = quantities;
  return [
    ...rows('theme', theme, (n) => ({ sdgs: [1 + pick(n, 17)] })),
    ...rows('place', place, (n) => ({
      country: COUNTRIES[pick(n, COUNTRIES.length)],
      latitude: pick(n, 90),
      longitude: pick(n, 180),
    })),
    ...rows('organisation', organisation, (n) => ({ kind: 'port', place: keyOf('place', pick(n, place)) })),
    ...rows('programme', programme, (n) => ({ organisation: keyOf('organisation', pick(n, organisation)) })),
    ...rows('partnership', partnership, (n) => partnershipFacts(n, quantities)),
  ];
}

function partnershipFacts(n: number, { theme, place, programme }: Quantities) {
  const one = pick(n, place);
  return {
    type: TYPES[pick(n, TYPES.length)],
    parties: [{ place: keyOf('place', one) }, { place: keyOf('place', (one + 1 + pick(n + 7, place - 1)) % place) }],
    themes: [keyOf('theme', pick(n, theme))],
    programmes: n % 5 === 0 ? [keyOf('programme', pick(n, programme))] : [],
    agreements: [
      { kind: 'contract', signedOn: String(1960 + pick(n, 60)) },
      { kind: 'renewal', signedOn: '2022-05', inForceUntil: String(2024 + pick(n, 8)), renews: 'a1' },
    ],
    milestones: Array.from({ length: 3 }, (_, index) => ({ kind: 'visit', date: String(2010 + index) })),
  };
}

function rows(kind: KindName, count: number, facts: (n: number) => object): object[] {
  return Array.from({ length: count }, (_, n) => ({
    kind,
    key: keyOf(kind, n),
    state: n % 10 === 0 && kind === 'partnership' ? 'draft' : 'published',
    source: { publisher: `${MARK.en}: no real source`, url: 'https://example.org/generated' },
    facts: { slug: `generated-${kind}-${String(n)}`, ...facts(n) },
    texts: Object.fromEntries(LOCALES.map((locale) => [locale, textOf(kind, locale, n)])),
  }));
}

function textOf(kind: KindName, locale: (typeof LOCALES)[number], n: number) {
  const text = { title: `${words(locale, n, 2)} ${String(n)} (${MARK[locale]})`, lead: words(locale, n, 25) };
  return kind === 'theme' ? text : { ...text, body: body(locale, n) };
}

function keyOf(kind: KindName, n: number): string {
  return `generated:${kind}-${String(n)}`;
}
