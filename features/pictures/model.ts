import type { Locale } from '#i18n/locales.ts';
import type { SealShape } from '#ui/seal-geometry.ts';
import type { StatusTone } from '#ui/status-tag.tsx';

/** The size that Open Graph pictures have everywhere. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;

/** How a stretch of a title stands out: in the colour of a city's square, or behind the names around it. */
export type Look = 'first' | 'plain' | 'quiet' | 'second';

/** A stretch of text in one colour. */
export interface Stretch {
  text: string;
  look: Look;
}

/** Text of a language, from data: it may hold anything and means nothing but its letters. */
export interface PictureText {
  stretches: readonly Stretch[];
  locale: Locale;
}

/** What a picture says and shows, before anything has a place or a size. */
export interface Picture {
  /** The language of the page; it decides from which side the picture is composed. */
  locale: Locale;
  siteName: string;
  /** What it is, in a word; several are parted by a dot. */
  kicker: readonly string[];
  title: PictureText;
  status: { word: string; tone: StatusTone } | null;
  /** Short facts below the title, beside the status. */
  facts: readonly string[];
  /** A sentence or two; what there is no room for is left out. */
  lead: PictureText | null;
  /** One square a city. */
  seal: SealShape;
  /** The picture in words, for those who do not see it. */
  alt: string;
}
