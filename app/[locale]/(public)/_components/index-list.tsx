import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LocalText } from '#features/records/components/local-text.tsx';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import type { LocalText as Words } from '#i18n/nearest-text.ts';
import { localisePath } from '#i18n/locales.ts';

interface IndexEntry {
  key: string;
  /** Without language prefix. */
  path: string;
  words: Words;
  /** How many name it as a side or subject; nothing is said of none, since it may be there in another way. */
  partnerships: number;
  /** What else is said of it, before the number. */
  more?: ReactNode;
}

/** Names in columns, each with the number of its partnerships. */
export function IndexList({ entries }: { entries: readonly IndexEntry[] }) {
  const t = useTranslations('Partnerships');
  const locale = useLocale();
  return (
    <ul className="index-list">
      {entries.map(({ key, path, words, partnerships, more }) => (
        <li key={key}>
          <a href={localisePath(locale, path)}>
            <LocalText words={words} />
          </a>
          <span className="small dot-list">
            {more === undefined ? null : <span>{more}</span>}
            {partnerships === 0 ? null : (
              <span>{t('count', { count: partnerships, n: numberInDigits(partnerships, locale) })}</span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
