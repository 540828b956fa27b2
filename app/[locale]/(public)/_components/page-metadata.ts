import type { Metadata } from 'next';
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
}

/** Title, description, canonical address and the addresses of the other languages of a public page. */
export function pageMetadata({
  path,
  locale,
  title,
  description,
  languages = LOCALES,
  isAnswer = false,
}: PageWords): Metadata {
  const canonical = localisePath(locale, path);
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
    twitter: { card: 'summary_large_image' },
    openGraph: {
      type: 'website',
      url: canonical,
      locale,
      ...(title === undefined ? {} : { title }),
      ...(description === null ? {} : { description }),
    },
  };
}
