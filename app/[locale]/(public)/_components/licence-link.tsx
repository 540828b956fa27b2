import type { ReactNode } from 'react';
import type { Locale } from '#i18n/locales.ts';

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/deed.';

/** Draws the name of the licence within a text as the way to its terms in the reader's language. */
export function licenceLink(locale: Locale) {
  return (name: ReactNode) => (
    <a href={`${LICENCE}${locale}`} rel="license noopener">
      <bdi>{name}</bdi>
    </a>
  );
}
