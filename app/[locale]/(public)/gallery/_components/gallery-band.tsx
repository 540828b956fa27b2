import type { ReactNode } from 'react';
import { DIRECTION, LANGUAGE_NAME, type Locale } from '#i18n/locales.ts';

interface GalleryBandProps {
  locale: Locale;
  theme: 'light' | 'dark';
  children: ReactNode;
}

/** A piece of a page in one direction and one theme. */
export function GalleryBand({ locale, theme, children }: GalleryBandProps) {
  return (
    <section
      aria-label={`${LANGUAGE_NAME[locale]} (${theme})`}
      className="gallery-band"
      data-theme={theme}
      dir={DIRECTION[locale]}
      lang={locale}
    >
      {children}
    </section>
  );
}
