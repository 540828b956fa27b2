import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import subsetFont from 'subset-font';
import { beforeAll, expect, test } from 'vitest';
import { FIRST_FONTS, FONTS_FOLDER, makeFonts, PROJECT, STYLE_SHEET } from './fonts.ts';
import { coverageOf, pointsOf, rangeOf } from './fonts/coverage.ts';

/** All that an Arabic page may load at worst: with Latin names, and Turkish ones, in headings as well. */
const FONTS_BYTES_MAX = 68_000;
const ON_ONE_PAGE = [
  ...['vazirmatn-arabic', 'vazirmatn-latin', 'vazirmatn-turkish', 'markazi-text-arabic'],
  ...['markazi-text-signs', 'markazi-text-latin', 'markazi-text-turkish'],
];
const ARABIC_AND_PERSIAN = 'ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىيپچژڤکگیًٌٍَُِّْٰٓٔـ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹،؛؟';
const LATIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZäöüßÄÖÜéèçÇ0123456789 .,:;-–—…«»„“”’()[]/+×°%&@!?‹›';
const TURKISH = 'ğĞıİşŞ';
const KURDISH_AND_URDU = 'ڕڵۆێەٹڈڑںھہےۓ';

let made: Map<string, Buffer>;

beforeAll(async () => {
  made = await makeFonts();
});

test('the fonts and their style sheet are what the script writes', () => {
  for (const [name, content] of made) {
    expect(readFileSync(join(PROJECT, name)).equals(content), `${name}: npm run fonts writes another`).toBe(true);
  }
  for (const name of readdirSync(join(PROJECT, FONTS_FOLDER))) expect([...made.keys()]).toContain(FONTS_FOLDER + name);
});

test('what one page loads at worst is small', () => {
  const bytes = ON_ONE_PAGE.reduce((sum, name) => sum + (made.get(fileOf(name))?.length ?? Infinity), 0);
  expect(bytes).toBeLessThanOrEqual(FONTS_BYTES_MAX);
});

test.each([
  ['vazirmatn-arabic', ARABIC_AND_PERSIAN],
  ['vazirmatn-latin', `${LATIN}ı`],
  ['vazirmatn-turkish', 'ğĞİşŞ'],
  ['vazirmatn-arabic-more', ARABIC_AND_PERSIAN + KURDISH_AND_URDU],
  // The sign of percent it borrows.
  ['markazi-text-arabic', ARABIC_AND_PERSIAN],
])('%s has the letters that are asked of it', async (name, letters) => {
  const held = await heldBy(fileOf(name));
  expect([...letters].filter((letter) => !held.has(letter.codePointAt(0) ?? 0))).toEqual([]);
});

test('both families have a file for each letter of our languages and of the names in them', () => {
  for (const family of ['Vazirmatn', 'Markazi Text']) {
    const asked = new Set(rulesOf(family).flatMap(({ points }) => points));
    const letters = ARABIC_AND_PERSIAN + LATIN + TURKISH + KURDISH_AND_URDU + '٪٫٬';
    expect([...letters].filter((letter) => !asked.has(letter.codePointAt(0) ?? 0))).toEqual([]);
  }
});

test('no letter of a family is asked of two files', () => {
  for (const family of ['Vazirmatn', 'Markazi Text']) {
    const points = rulesOf(family).flatMap((rule) => rule.points);
    expect(points).toHaveLength(new Set(points).size);
  }
});

test('what the style sheet asks of a file lies in it, but for signs without a shape', async () => {
  const shapeless = new Set(pointsOf([0x6_1c, [0x20_0b, 0x20_0f], [0x20_2a, 0x20_2e], [0x20_60, 0x20_69], 0xfe_ff]));
  for (const { file, points } of ['Vazirmatn', 'Markazi Text', 'Vazirmatn more'].flatMap(rulesOf)) {
    expect(existsSync(join(PROJECT, file))).toBe(true);
    const held = await heldBy(file);
    const missing = points.filter((point) => !held.has(point) && !shapeless.has(point));
    expect(rangeOf(missing), file).toBe('');
  }
});

test.each(['arabic', 'latin'])(
  'what pages in %s letters fetch first never takes the place of another font late',
  (script) => {
    const first = firstFonts()[script] ?? [];
    const css = made.get(STYLE_SHEET)?.toString('utf8') ?? '';
    const rules = [...css.matchAll(/@font-face \{([^}]*)\}/gu)].map(([, rule = '']) => rule);
    expect(first.length).toBeGreaterThan(0);
    for (const address of first) {
      const naming = rules.filter((rule) => rule.includes(address));
      expect(naming.length).toBeGreaterThan(0);
      expect(naming.filter((rule) => !rule.includes('font-display: optional'))).toEqual([]);
    }
  },
);

function firstFonts(): Record<string, string[]> {
  return JSON.parse(made.get(FIRST_FONTS)?.toString('utf8') ?? '{}') as Record<string, string[]>;
}

/** The written file of a part, whatever its content made of the name. */
function fileOf(part: string): string {
  return [...made.keys()].find((name) => name.startsWith(`${FONTS_FOLDER}${part}.`)) ?? part;
}

async function heldBy(file: string): Promise<Set<number>> {
  const content = made.get(file) ?? Buffer.alloc(0);
  const everything = Array.from({ length: 0xd7_ff }, (_, point) => point);
  const high = Array.from({ length: 0x1f_00 }, (_, step) => 0xe0_00 + step);
  const text = String.fromCodePoint(...everything, ...high, ...pointsOf([[0xff_00 - 0x1_00, 0xff_fd]]));
  return coverageOf(await subsetFont(content, text, { targetFormat: 'sfnt' }));
}

/** The rules of a family as browsers read them. */
function rulesOf(family: string): { file: string; points: number[] }[] {
  const css = made.get(STYLE_SHEET)?.toString('utf8') ?? '';
  return [...css.matchAll(/@font-face \{([^}]*)\}/gu)].flatMap(([, rule = '']) => {
    if (!rule.includes(`font-family: '${family}';`)) return [];
    const [, address = ''] = /url\('([^']+)'\)/u.exec(rule) ?? [];
    const ranges = [...rule.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/gu)];
    const points = ranges.flatMap(([, from = '', to = from]) =>
      pointsOf([[Number.parseInt(from, 16), Number.parseInt(to, 16)]]),
    );
    return [{ file: `public${address}`, points }];
  });
}
