/** Code points, single or from one to another. */
export type Letters = readonly (number | readonly [from: number, to: number])[];

/** What a page is written in: it decides which parts are asked for first. */
export type Script = 'arabic' | 'latin';

/** One file of a family: what is cut out of which file of its package. */
export interface Part {
  /** The end of its name. */
  name: string;
  /** The file of the package, without what all names of the package share. */
  source: 'arabic' | 'latin' | 'latin-ext';
  /** What it has; `rest` is all of its source that no part before it has, `all` is all of its source. */
  letters: Letters | 'all' | 'rest';
  /** What browsers ask for by it without its having any shape. */
  shapeless?: Letters;
  /** A family of its own, in which this file serves all that it has. */
  alone?: string;
  /**
   * Which pages are asked to fetch it first, since hardly any of them does without it. It stands from the first moment or,
   * where it comes late, from the next page on; the other parts have few letters of a page, and take their place when they come.
   */
  first?: readonly Script[];
}

/** A typeface, in parts of which a page loads only those that it has letters of. */
export interface Family {
  name: string;
  package: string;
  /** Either one weight or all between two. */
  weight: number | { min: number; max: number };
  /** In percent: the letters of both families are equally high. */
  sizeAdjust: number;
  parts: readonly Part[];
  /** Letters that another family has to lend, each with the part that has them. */
  borrowed: readonly { family: string; part: string; letters: Letters | 'rest' }[];
}

/** Letters, tatweel, marks and both sets of digits: all that Arabic and Persian are written with. */
const ARABIC: Letters = [
  0x06_0c,
  0x06_1b,
  0x06_1f,
  [0x06_21, 0x06_3a],
  [0x06_40, 0x06_55],
  [0x06_60, 0x06_6d],
  [0x06_70, 0x06_71],
  0x06_7e,
  0x06_86,
  0x06_98,
  0x06_a4,
  0x06_a9,
  0x06_af,
  0x06_c0,
  0x06_cc,
  0x06_d4,
  [0x06_f0, 0x06_f9],
  // Hyphens, which the packages have among these.
  [0x20_10, 0x20_11],
];
/** Joiners and marks of direction: to be shaped with the letters beside them. */
const JOINERS: Letters = [[0x20_0c, 0x20_0f], 0x06_1c];
/** They stand in every text, in whatever script it is. */
const INVISIBLE: Letters = [0x20_0b, [0x20_2a, 0x20_2e], [0x20_60, 0x20_69], 0xfe_ff];
const DIGITS_AND_SIGNS: Letters = [
  [0x20, 0x40],
  0x5b,
  0x5d,
  0xa0,
  0xab,
  0xb0,
  0xb7,
  0xbb,
  0xd7,
  [0x20_10, 0x20_14],
  [0x20_18, 0x20_1a],
  [0x20_1c, 0x20_1e],
  0x20_26,
  // Between the steps of a path.
  [0x20_39, 0x20_3a],
  0x22_12,
];
/** English, German, and what French words bring along. */
const LATIN: Letters = [[0x41, 0x5a], [0x61, 0x7a], 0xc4, 0xc7, 0xd6, 0xdc, 0xdf, 0xe4, [0xe7, 0xe9], 0xf6, 0xfc];
const RARE_SIGNS: Letters = [0x5c, [0x5e, 0x60], [0x7b, 0x7e], 0xa7, 0xa9, 0x20_22];
/** What Turkish has and English and German have not, but for the dotless i, which lies with the other Latin letters. */
const TURKISH: Letters = [[0x1_1e, 0x1_1f], 0x1_30, [0x1_5e, 0x1_5f]];
const DOTLESS_I = 0x1_31;
const PERCENT_SIGN = 0x06_6a;

/** Both typefaces. The sum of what an Arabic page loads of them is what the cut is made for. */
export const FAMILIES: readonly Family[] = [
  {
    name: 'Vazirmatn',
    package: 'vazirmatn',
    weight: { min: 400, max: 700 },
    sizeAdjust: 100,
    parts: [
      { name: 'arabic', source: 'arabic', letters: ARABIC, shapeless: JOINERS, first: ['arabic'] },
      {
        name: 'latin',
        source: 'latin',
        letters: [...DIGITS_AND_SIGNS, ...LATIN, ...RARE_SIGNS, DOTLESS_I],
        shapeless: INVISIBLE,
        first: ['arabic', 'latin'],
      },
      { name: 'turkish', source: 'latin-ext', letters: TURKISH },
      { name: 'latin-more', source: 'latin', letters: 'rest' },
      { name: 'latin-rare', source: 'latin-ext', letters: 'rest' },
      // Urdu, Kurdish and others. Some browsers join no letters of two files, so this one has all: see base.css.
      { name: 'arabic-more', source: 'arabic', letters: 'all', alone: 'Vazirmatn more' },
    ],
    borrowed: [],
  },
  {
    name: 'Markazi Text',
    package: 'markazi-text',
    weight: 600,
    sizeAdjust: 130,
    parts: [
      { name: 'arabic', source: 'arabic', letters: ARABIC, shapeless: JOINERS, first: ['arabic'] },
      // Arabic headings have years and seldom Latin letters.
      {
        name: 'signs',
        source: 'latin',
        letters: DIGITS_AND_SIGNS,
        shapeless: INVISIBLE,
        first: ['arabic', 'latin'],
      },
      { name: 'latin', source: 'latin', letters: [...LATIN, DOTLESS_I], first: ['latin'] },
      { name: 'turkish', source: 'latin-ext', letters: TURKISH },
      { name: 'latin-more', source: 'latin', letters: 'rest' },
      { name: 'latin-rare', source: 'latin-ext', letters: 'rest' },
    ],
    borrowed: [
      { family: 'Vazirmatn', part: 'arabic', letters: [PERCENT_SIGN] },
      { family: 'Vazirmatn', part: 'arabic-more', letters: 'rest' },
    ],
  },
];
