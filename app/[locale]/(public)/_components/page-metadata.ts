import type { Metadata } from 'next';
import { sitePicture } from '#features/pictures/describe-picture.ts';
import { PICTURE_SIZE } from '#features/pictures/model.ts';
import { readPictureWords } from '#features/pictures/picture-words.ts';
import { picturePath, SITE_PICTURE } from '#features/records/picture-path.ts';
import { wholeAddress } from '#features/settings/site-address.ts';
import { DEFAULT_LOCALE, LOCALES, localisePath, type Locale } from '#i18n/locales.ts';

interface PageWords {
  /** The address without language prefix. */
  path: string;
  locale: Locale;
  /** Left out for the front page, whose title is the site's. */
  title?: string | undefined;
  description: string | null;
  /** The languages that have a text of their own; all where it is left out. */
  languages?: readonly Locale[] | undefined;
  /** A page that answers a question: machines are led to the plain one. */
  isAnswer?: boolean;
  /** The page has a picture of its own, and this is what is to be seen there; all others share one. */
  pictureAlt?: string | undefined;
}

/** Title, description, picture, canonical address and the addresses of the other languages of a public page. */
export async function pageMetadata({
  path,
  locale,
  title,
  description,
  languages = LOCALES,
  isAnswer = false,
  pictureAlt,
}: PageWords): Promise<Metadata> {
  const canonical = localisePath(locale, path);
  const images = [await pictureOf(path, { locale, pictureAlt })];
  return {
    ...(title === undefined ? {} : { title }),
    ...(description === null ? {} : { description }),
    ...(isAnswer ? { robots: { index: false, follow: true } } : {}),
    alternates: {
      canonical,
      types: { 'application/atom+xml': localisePath(locale, '/feed.xml') },
      languages: {
        ...Object.fromEntries(languages.map((language) => [language, localisePath(language, path)])),
        'x-default': localisePath(DEFAULT_LOCALE, path),
      },
    },
    twitter: { card: 'summary_large_image', images },
    openGraph: {
      type: 'website',
      url: canonical,
      locale,
      images,
      ...(title === undefined ? {} : { title }),
      ...(description === null ? {} : { description }),
    },
  };
}

/** With its whole address: whoever shows it elsewhere knows this site by nothing but that. */
async function pictureOf(path: string, { locale, pictureAlt }: Pick<PageWords, 'locale' | 'pictureAlt'>) {
  const picture = pictureAlt === undefined ? SITE_PICTURE : picturePath(path);
  const alt = pictureAlt ?? sitePicture(await readPictureWords(locale)).alt;
  return { url: wholeAddress(localisePath(locale, picture)), type: 'image/png', alt, ...PICTURE_SIZE };
}
