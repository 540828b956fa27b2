import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { homePicture, sitePicture } from './describe-picture.ts';
import { drawPicture } from './draw-picture.ts';
import { filesOf, unpackWoff } from './internal/faces.ts';
import { type Picture, PICTURE_SIZE } from './model.ts';
import { readPictureWords } from './picture-words.ts';

async function inkOf(drawn: Buffer, isInk: (red: number, green: number, blue: number) => boolean) {
  const { data, info } = await sharp(drawn).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  const columns = new Set<number>();
  for (let at = 0; at < data.length; at += info.channels) {
    const [red = 0, green = 0, blue = 0] = data.subarray(at, at + 3);
    if (isInk(red, green, blue)) columns.add((at / info.channels) % info.width);
  }
  return { left: Math.min(...columns), right: Math.max(...columns) };
}

/** The colour of titles; the seals have none of it. */
const isPaper = (red: number, green: number, blue: number) => red > 235 && green > 235 && blue > 225;

async function titled(text: string, locale: Picture['locale']): Promise<Buffer> {
  const words = await readPictureWords(locale);
  return drawPicture({ ...sitePicture(words), title: { stretches: [{ text, look: 'plain' }], locale }, lead: null });
}

const LETTERS =
  'ابتثجحخدذرزسشصضطظعغفقكلمنهويءأإآؤئىةًٌٍَُِّْٰ،؛؟«»…·–-().,:;!?&<>0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÄÖÜßäöüÇĞİŞçğışéèñ';

/** The letters that a typeface has, from its table of segments (OpenType, cmap format 4). */
function lettersIn(face: Buffer): string[] {
  const tables = Array.from({ length: face.readUInt16BE(4) }, (_, at) => 12 + at * 16);
  const entry = tables.find((at) => face.toString('latin1', at, at + 4) === 'cmap') ?? 0;
  const cmap = face.subarray(face.readUInt32BE(entry + 8));
  const records = Array.from({ length: cmap.readUInt16BE(2) }, (_, at) => cmap.readUInt32BE(4 + at * 8 + 4));
  const table = cmap.subarray(records.find((at) => cmap.readUInt16BE(at) === 4));
  const segments = table.readUInt16BE(6) / 2;
  return Array.from({ length: segments }, (_, at) => {
    const last = table.readUInt16BE(14 + at * 2);
    const first = table.readUInt16BE(16 + (segments + at) * 2);
    return Array.from({ length: last - first + 1 }, (__, step) => String.fromCodePoint(first + step));
  }).flat();
}

describe('a picture', () => {
  it.each(['ar', 'de', 'en'] as const)(
    'is a PNG of the size that is shown everywhere, and small: %s',
    async (locale) => {
      const drawn = await drawPicture(homePicture(await readPictureWords(locale)));
      expect(await sharp(drawn).metadata()).toMatchObject({ format: 'png', ...PICTURE_SIZE });
      expect(drawn.length).toBeLessThan(100_000);
    },
  );

  it('has its title at the right in Arabic and at the left in German', async () => {
    const arabic = await inkOf(await titled('هامبورغ وبوسان', 'ar'), isPaper);
    const german = await inkOf(await titled('Hamburg und Busan', 'de'), isPaper);
    expect(arabic.right).toBeGreaterThan(1130);
    expect(arabic.left).toBeGreaterThan(480);
    const { left, right } = await inkOf(await titled('هامبورغ', 'ar'), isPaper);
    // Letters of any typeface that might stand in for Markazi Text are half as wide again.
    expect(right - left).toBeGreaterThan(330);
    expect(right - left).toBeLessThan(430);
    expect(german.left).toBeLessThan(70);
    expect(german.right).toBeLessThan(720);
  });

  it('takes markup and turning signs in data for nothing', async () => {
    const plain = await titled('هامبورغ', 'ar');
    expect(await titled('\u202D\u2066هامبورغ\u202E', 'ar')).toEqual(plain);
    const marked = await inkOf(await titled('<span size="999999">&lt;</b> "Hamburg" \u0007\uFFFF', 'de'), isPaper);
    expect(marked.right).toBeLessThan(720);
  });

  it('keeps a title within its side, however long it is', async () => {
    for (const text of ['مدينة '.repeat(200), 'Straße'.repeat(200)]) {
      const { left } = await inkOf(await titled(text, 'ar'), isPaper);
      expect(left).toBeGreaterThanOrEqual(480);
    }
  });
});

describe('a typeface', () => {
  it.each(['display', 'strong', 'text'] as const)('has every letter of our languages, and of Turkish: %s', (face) => {
    const letters = new Set(filesOf(face).flatMap((file) => lettersIn(unpackWoff(readFileSync(file)))));
    const missing = [...LETTERS].filter((letter) => !letters.has(letter));
    expect(missing).toEqual([]);
  });

  it('is unpacked to a file of the same tables', () => {
    const packed = readFileSync('node_modules/@fontsource/vazirmatn/files/vazirmatn-latin-400-normal.woff');
    const face = unpackWoff(packed);
    expect(face.readUInt32BE(0)).toBe(0x0001_0000);
    expect(face.readUInt16BE(4)).toBe(packed.readUInt16BE(12));
    expect(face.length).toBe(packed.readUInt32BE(16));
  });

  it('is refused where it is none', () => {
    expect(() => unpackWoff(Buffer.alloc(100))).toThrow('no WOFF file');
  });
});
