import sharp, { type OverlayOptions } from 'sharp';
import { DIRECTION } from '#i18n/locales.ts';
import { oncePerProcess } from '#platform/once-per-process.ts';
import { SITE_MARK } from './describe-picture.ts';
import { FACES, registerFaces } from './internal/faces.ts';
import type { Extent } from './internal/fit-text.ts';
import { drawGround } from './internal/ground.ts';
import { type FaceSetting, layOut } from './internal/layout.ts';
import { asMarkup } from './internal/markup.ts';
import type { Picture } from './model.ts';

/** Text as it was set: four bytes a pixel. */
interface Inked extends Extent {
  pixels: Buffer;
}

const CHANNELS = 4;
/** Enough for the few colours and the edges of the letters. */
const COLOURS_MAX = 128;

/**
 * Draws a picture as PNG. One after the other: what draws runs on the few threads that also read files and look up names, and
 * nobody waits for a picture.
 */
export async function drawPicture(picture: Picture): Promise<Buffer> {
  const line = oncePerProcess<{ last: Promise<unknown> }>('pictures', () => ({ last: Promise.resolve() }));
  const drawn = line.last.then(async () => drawNow(picture));
  line.last = drawn.catch(() => undefined);
  return drawn;
}

async function drawNow(picture: Picture): Promise<Buffer> {
  await registerFaces();
  const layout = await layOut(picture, SITE_MARK, setText);
  const letters = layout.texts.map(({ set, left, top }): OverlayOptions => {
    const { width, height } = set;
    return { input: set.pixels, raw: { width, height, channels: CHANNELS }, left, top };
  });
  return sharp(Buffer.from(drawGround(layout)))
    .composite(letters)
    .png({ palette: true, colours: COLOURS_MAX, dither: 0, effort: 4, compressionLevel: 9 })
    .toBuffer();
}

/** Pango says `left` for the side where a line begins. */
async function setText({ face, locale, size, width, ...setting }: FaceSetting): Promise<Inked> {
  const { family, scale, leading } = FACES[face];
  const { data, info } = await sharp({
    text: {
      text: asMarkup(setting.stretches, locale),
      font: `${family} ${String(Math.round(size * scale))}`,
      width,
      align: 'left',
      dpi: 72,
      rgba: true,
      spacing: Math.round(size * scale * leading[DIRECTION[locale]]),
      wrap: setting.breaksWords ? 'word-char' : 'word',
    },
  })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { pixels: data, width: info.width, height: info.height };
}
