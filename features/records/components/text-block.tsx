import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { DIRECTION, type Locale } from '#i18n/locales.ts';

interface TextBlockProps {
  /** The language of the text inside. */
  locale: Locale;
  className?: string | undefined;
  children: ReactNode;
}

/** A block in the language of its text; where that is the reader's, the page has said so already. */
export function TextBlock({ locale, className, children }: TextBlockProps) {
  const isForeign = locale !== useLocale();
  return (
    <div className={className} dir={isForeign ? DIRECTION[locale] : undefined} lang={isForeign ? locale : undefined}>
      {children}
    </div>
  );
}
