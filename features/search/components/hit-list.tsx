import { useLocale } from 'next-intl';
import type { ReactNode } from 'react';
import { TextBlock } from '#features/records/components/text-block.tsx';
import { publicPath } from '#features/records/public-path.ts';
import { DIRECTION, localisePath } from '#i18n/locales.ts';
import type { Hit } from '../model.ts';
import { MarkedText } from './marked-text.tsx';

interface HitListProps {
  hits: readonly Hit[];
  /** Folded words, as the query found them. */
  words: readonly string[];
  /** The rank of the titles on the page. */
  level: 2 | 3;
  /** What else there is to say of hits, by their references. */
  notes?: ReadonlyMap<string, ReactNode>;
}

/** What was found, each with its title and first sentences, the words that were searched for marked. */
export function HitList({ hits, words, level, notes }: HitListProps) {
  const locale = useLocale();
  const Heading = `h${level}` as const;
  return (
    <ol className="hits">
      {hits.map(({ type, ref, slug, title, lead, textLocale }) => (
        <li key={ref}>
          <Heading className="hit-title">
            <a href={localisePath(locale, publicPath(type, slug))}>
              <bdi dir={DIRECTION[textLocale]} lang={textLocale === locale ? undefined : textLocale}>
                <MarkedText locale={textLocale} text={title} words={words} />
              </bdi>
            </a>
          </Heading>
          {notes?.get(ref) ?? null}
          {lead === null ? null : (
            <TextBlock className="hit-lead" locale={textLocale}>
              <MarkedText locale={textLocale} text={lead} words={words} />
            </TextBlock>
          )}
        </li>
      ))}
    </ol>
  );
}
