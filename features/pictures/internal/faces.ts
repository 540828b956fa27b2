import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { inflateSync } from 'node:zlib';
import sharp from 'sharp';
import { env } from '#platform/env.ts';
import { oncePerProcess } from '#platform/once-per-process.ts';
import type { Face } from './layout.ts';

/**
 * The faces as Pango calls them. The comma ends the name of the family: without it, the name of a weight would be taken for a
 * wish and not for a name. Markazi Text is drawn small, hence its scale, as in `app/styles/fonts.css`, and set closer than it
 * asks for, as in the headings of the site; `leading` is a part of the size.
 */
export const FACES: Record<Face, { family: string; scale: number; leading: { ltr: number; rtl: number } }> = {
  display: { family: 'Markazi Text, Bold', scale: 1.3, leading: { ltr: -0.18, rtl: -0.14 } },
  strong: { family: 'Vazirmatn SemiBold,', scale: 1, leading: { ltr: 0, rtl: 0 } },
  text: { family: 'Vazirmatn,', scale: 1, leading: { ltr: 0, rtl: 0 } },
};

const FILES: Record<Face, string> = {
  display: 'markazi-text-*-700-normal',
  strong: 'vazirmatn-*-600-normal',
  text: 'vazirmatn-*-400-normal',
};

/** Latin first: the file that is registered first decides for letters that several have. */
const SCRIPTS = ['latin', 'latin-ext', 'arabic'];

/** The packed files of a face, in the order in which they are registered. */
export function filesOf(face: Face): string[] {
  const [family] = /^[a-z]+(?:-text)?/u.exec(FILES[face]) ?? [''];
  const folder = join(process.cwd(), 'node_modules/@fontsource', family, 'files');
  return SCRIPTS.map((script) => join(folder, `${FILES[face].replace('*', script)}.woff`));
}

/** Makes the typefaces known to Pango, once a process; where that fails, the next picture tries again. */
export async function registerFaces(): Promise<void> {
  const kept = oncePerProcess<{ ready: Promise<void> | null }>('picture-faces', () => ({ ready: null }));
  kept.ready ??= registerAll().catch((thrown: unknown) => {
    kept.ready = null;
    throw thrown;
  });
  return kept.ready;
}

async function registerAll(): Promise<void> {
  const folder = resolve(env().DATA_DIR, 'faces');
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const face of ['display', 'strong', 'text'] as const) {
    for (const packed of filesOf(face)) {
      const fontfile = await unpack(packed, folder);
      // Setting a sign with a file makes its face known to all settings after it.
      await sharp({ text: { text: '.', font: `${FACES[face].family} 20`, fontfile } })
        .raw()
        .toBuffer();
    }
  }
}

/** Pango reads no `.woff`, so the file is unpacked beside the data of this site; anew each time, since packages change. */
async function unpack(packed: string, folder: string): Promise<string> {
  const file = join(folder, `${basename(packed, '.woff')}.ttf`);
  const fresh = `${file}.${String(process.pid)}`;
  await writeFile(fresh, unpackWoff(await readFile(packed)));
  await rename(fresh, file);
  return file;
}

const WOFF = { signature: 0x774f4646, head: 44, entry: 20 } as const;
const SFNT = { head: 12, entry: 16 } as const;

/**
 * The typeface in a WOFF file (W3C, WOFF 1.0): the same tables, each packed by itself.
 *
 * @throws Error where it is no such file
 */
export function unpackWoff(woff: Buffer): Buffer {
  if (woff.readUInt32BE(0) !== WOFF.signature) throw new Error('this is no WOFF file');
  const count = woff.readUInt16BE(12);
  const head = Buffer.alloc(SFNT.head + count * SFNT.entry);
  const power = Math.floor(Math.log2(count));
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(2 ** power * SFNT.entry, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE((count - 2 ** power) * SFNT.entry, 10);
  const tables: Buffer[] = [head];
  let offset = head.length;
  for (let at = 0; at < count; at += 1) {
    const entry = WOFF.head + at * WOFF.entry;
    const table = readTable(woff, entry);
    const to = SFNT.head + at * SFNT.entry;
    woff.copy(head, to, entry, entry + 4);
    woff.copy(head, to + 4, entry + 16, entry + 20);
    head.writeUInt32BE(offset, to + 8);
    head.writeUInt32BE(table.length, to + 12);
    const padding = Buffer.alloc((4 - (table.length % 4)) % 4);
    tables.push(table, padding);
    offset += table.length + padding.length;
  }
  return Buffer.concat(tables);
}

function readTable(woff: Buffer, entry: number): Buffer {
  const offset = woff.readUInt32BE(entry + 4);
  const packedLength = woff.readUInt32BE(entry + 8);
  const length = woff.readUInt32BE(entry + 12);
  const packed = woff.subarray(offset, offset + packedLength);
  return packedLength < length ? inflateSync(packed) : packed;
}
