import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { type ByLocale, languagesOf } from '#i18n/nearest-text.ts';
import { DIRECTION, type Locale } from '#i18n/locales.ts';
import { Isolate } from '#ui/isolate.tsx';
import { isolateRuns } from '#ui/isolate-runs.tsx';

interface RecordHeadingProps {
  /** What it is, in a word. */
  kicker: ReactNode;
  title: string;
  textLocale: Locale;
  /** The titles in all languages that have a text. */
  titles: ByLocale;
}

/** The head of the page of a theme, programme or organisation: its name, and below it what other languages call it. */
export function RecordHeading({ kicker, title, textLocale, titles }: RecordHeadingProps) {
  const isForeign = textLocale !== useLocale();
  const others = languagesOf(Object.keys(titles)).filter((locale) => titles[locale] !== title);
  const shown = others.filter((locale, at) => others.findIndex((other) => titles[other] === titles[locale]) === at);
  return (
    <header className="record-head">
      <p className="kicker">{kicker}</p>
      <h1 dir={isForeign ? DIRECTION[textLocale] : undefined} lang={isForeign ? textLocale : undefined}>
        {isolateRuns(title, textLocale)}
      </h1>
      {shown.length === 0 ? null : (
        <p className="pair-gloss dot-list">
          {shown.map((locale) => (
            <span key={locale}>
              <Isolate lang={locale}>{titles[locale]}</Isolate>
            </span>
          ))}
        </p>
      )}
    </header>
  );
}
