import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import subsetFont from 'subset-font';
import { coverageOf, pointsOf, rangeOf } from './fonts/coverage.ts';
import { FALLBACKS, ruleOf } from './fonts/fallbacks.ts';
import { FAMILIES, type Family, type Part, type Script } from './fonts/parts.ts';

/** What all names of written files are seen from. */
export const PROJECT = fileURLToPath(new URL('../', import.meta.url));
/** Where the cut fonts lie. */
export const FONTS_FOLDER = 'public/fonts/';
export const STYLE_SHEET = 'app/styles/fonts.css';
export const FALLBACK_SHEET = 'app/styles/fallback-fonts.css';
/** What pages of each script fetch first: see `Part.first`. */
export const FIRST_FONTS = 'app/styles/first-fonts.json';

/** What texts need of the layout of a font: joining, ligatures, marks, kerning, digits of one width; no fractions. */
const FEATURES = [
  ...['calt', 'ccmp', 'fina', 'init', 'isol', 'kern', 'liga'],
  ...['locl', 'mark', 'medi', 'mkmk', 'rlig', 'tnum'],
];

const FALLBACK_HEAD = `/*
 * Written by \`npm run fonts\` from scripts/fonts/: change it there.
 *
 * The fonts of systems that stand in until ours are there, drawn as wide as ours, so that lines break where they will break.
 */
`;

/** A file that was cut, and the letters that it is asked for. */
interface Cut {
  family: Family;
  part: Part;
  /** Its address. The name changes with the content, so it can be kept for ever. */
  address: string;
  content: Buffer;
  shapes: readonly number[];
  points: ReadonlySet<number>;
}

/**
 * Cuts our typefaces into files that a page loads only as far as it has letters of them (docs/decisions/0026). The same
 * packages give the same bytes.
 *
 * @returns by name, seen from the project's folder: the fonts, their licences, two style sheets and `FIRST_FONTS`
 */
export async function makeFonts(): Promise<Map<string, Buffer>> {
  const cuts: Cut[] = [];
  for (const family of FAMILIES) cuts.push(...(await cutFamily(family)));
  return new Map([
    ...cuts.map(({ content, address }) => [`public${address}`, content] as const),
    ...FAMILIES.map(
      (family) => [`${FONTS_FOLDER}LICENSE-${family.package}.txt`, readPackage(family, 'LICENSE')] as const,
    ),
    [STYLE_SHEET, await formatted(styleSheet(cuts), 'css')],
    [FALLBACK_SHEET, await formatted(FALLBACK_HEAD + FALLBACKS.map(ruleOf).join('\n\n'), 'css')],
    [
      FIRST_FONTS,
      await formatted(JSON.stringify({ arabic: firstOf(cuts, 'arabic'), latin: firstOf(cuts, 'latin') }), 'json'),
    ],
  ]);
}

function firstOf(cuts: readonly Cut[], script: Script): string[] {
  return cuts.filter(({ part }) => part.first?.includes(script)).map(({ address }) => address);
}

async function formatted(text: string, parser: 'css' | 'json'): Promise<Buffer> {
  return Buffer.from(await format(text, { parser, printWidth: 120, singleQuote: true }));
}

async function cutFamily(family: Family): Promise<Cut[]> {
  const cuts: Cut[] = [];
  const taken = new Set<number>();
  for (const part of family.parts) {
    const source = readPackage(family, `files/${family.package}-${part.source}-wght-normal.woff2`);
    const held = await heldBy(source);
    const shapes = shapesOf(part, { held, taken });
    const content = await cut(source, { weight: family.weight, shapes });
    const asked = [...shapes, ...pointsOf(part.shapeless ?? [])].filter((point) => !taken.has(point));
    for (const point of asked) taken.add(point);
    cuts.push({
      family,
      part,
      address: addressOf(`${family.package}-${part.name}`, content),
      content,
      shapes,
      points: new Set(asked),
    });
  }
  return cuts;
}

function addressOf(name: string, content: Buffer): string {
  const hash = createHash('sha256').update(content).digest('base64url').slice(0, 8);
  return `/fonts/${name}.${hash}.woff2`;
}

function shapesOf({ letters }: Part, { held, taken }: { held: ReadonlySet<number>; taken: ReadonlySet<number> }) {
  if (letters === 'all') return [...held];
  if (letters === 'rest') return [...held].filter((point) => !taken.has(point));
  return pointsOf(letters).filter((point) => held.has(point));
}

/** Control signs have a shape in some fonts, and nobody asks for it. */
async function heldBy(source: Buffer): Promise<ReadonlySet<number>> {
  const everything = Array.from({ length: 0xff_ff }, (_, point) => point).filter((point) => !isSurrogate(point));
  const whole = await subsetFont(source, String.fromCodePoint(...everything), { targetFormat: 'sfnt' });
  return new Set([...coverageOf(whole)].filter((point) => point >= 0x20));
}

function isSurrogate(point: number): boolean {
  return point >= 0xd8_00 && point <= 0xdf_ff;
}

async function cut(source: Buffer, { shapes, weight }: { shapes: readonly number[]; weight: Family['weight'] }) {
  const options = {
    targetFormat: 'woff2' as const,
    variationAxes: { wght: weight },
    // The types of the package do not know these two yet.
    keepFeatures: FEATURES,
    noHinting: true,
    // The licence goes with each copy, beside the name of its owner, which stays anyway.
    preserveNameIds: [13, 14],
  };
  return subsetFont(source, String.fromCodePoint(0x20, ...shapes), options);
}

function readPackage(family: Family, file: string): Buffer {
  const root = createRequire(import.meta.url).resolve(`@fontsource-variable/${family.package}/package.json`);
  return readFileSync(join(root, '..', file));
}

function styleSheet(cuts: readonly Cut[]): string {
  const rules = FAMILIES.flatMap((family) => [
    ...cuts.filter((one) => one.family === family).map((one) => faceOf(family, one, one.points)),
    ...borrowedFaces(family, cuts),
    ...cuts.filter((one) => one.family === family).flatMap(faceAlone),
  ]);
  return `/*
 * Written by \`npm run fonts\` from scripts/fonts/: change it there.
 *
 * The faces, cut from the OFL packages (public/fonts/LICENSE-*.txt). A family is several files, and browsers fetch those that a page
 * has letters of. Markazi Text is drawn small: 130 % brings its alef and dal level with Vazirmatn's, so one type scale
 * serves both.
 */
${rules.join('\n\n')}
`;
}

/** Letters that the family itself lacks, from another one; where they are larger they are at their own size. */
function borrowedFaces(family: Family, cuts: readonly Cut[]): string[] {
  const own = new Set(cuts.filter((one) => one.family === family).flatMap(({ points }) => [...points]));
  return family.borrowed.flatMap(({ family: lender, letters, part }) => {
    const lent = cuts.find((one) => one.family.name === lender && one.part.name === part);
    if (lent === undefined) return [];
    const points = letters === 'rest' ? [...lent.points] : pointsOf(letters);
    const lacking = points.filter((point) => !own.has(point));
    // Of another weight it would be another face, and browsers take the letters of a text from the faces of one weight.
    return [faceOf({ ...family, sizeAdjust: lent.family.sizeAdjust }, lent, lacking)];
  });
}

function faceAlone(one: Cut): string[] {
  const { alone } = one.part;
  // Files of Arabic have some Latin sign as well.
  const points = one.shapes.filter((point) => point > 0xff);
  return alone === undefined ? [] : [faceOf({ ...one.family, name: alone }, one, points)];
}

function faceOf(family: Family, { address, part }: Cut, points: Iterable<number>): string {
  const { name, sizeAdjust, weight } = family;
  return `@font-face {
    font-display: ${part.first === undefined ? 'swap' : 'optional'};
    font-family: '${name}';
    font-style: normal;
    font-weight: ${typeof weight === 'number' ? String(weight) : `${String(weight.min)} ${String(weight.max)}`};
    size-adjust: ${String(sizeAdjust)}%;
    src: url('${address}') format('woff2');
    unicode-range: ${rangeOf(points)};
  }`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = await makeFonts();
  const folder = join(PROJECT, FONTS_FOLDER);
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder)) if (!files.has(FONTS_FOLDER + name)) rmSync(join(folder, name));
  for (const [name, content] of files) {
    writeFileSync(join(PROJECT, name), content);
    console.log(`${String(content.length).padStart(7)} ${name}`);
  }
}
