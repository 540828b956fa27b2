import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { INTL_TAG, type Locale } from '#i18n/locales.ts';
import { useWord } from '#i18n/use-word.ts';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import { SectionHeading } from '#ui/section-heading.tsx';
import { SourceList } from '#ui/source-list.tsx';
import { type Citation, firstCitationOf, sourceAnchor } from '../citations.ts';
import { numberInDigits } from '../dates-in-words.ts';
import type { Evidence } from '../fact-evidence.ts';
import type { PublishedClaim, PublishedSource } from '../queries/published-evidence.ts';
import { ClaimList, type ClaimWords } from './claim-list.tsx';
import { DateText } from './date-text.tsx';

interface SourceSectionProps {
  evidence: Evidence;
  /** In the order of the page. */
  citations: readonly Citation[];
  /** What a claim says, in the words of the room that knows its facts. */
  wordClaim?: ((claim: PublishedClaim) => ClaimWords) | undefined;
}

/** The sources of a page: who published what and when, when it was looked at, what rests on it. */
export function SourceSection({ evidence, citations, wordClaim }: SourceSectionProps) {
  const t = useTranslations('Sources');
  const locale = useLocale();
  return (
    <section aria-labelledby="sources">
      <SectionHeading id="sources">{t('title')}</SectionHeading>
      {evidence.sources.length === 0 ? (
        <p className="muted">{t('none')}</p>
      ) : (
        <SourceList
          sources={evidence.sources.map((source, at) => {
            const number = numberInDigits(at + 1, locale);
            const claims =
              wordClaim === undefined ? [] : evidence.claims.filter(({ sourceId }) => sourceId === source.id);
            const back = firstCitationOf(evidence, citations, source.id);
            return {
              id: sourceAnchor(at + 1),
              title: source.title ?? source.publisher,
              lang: source.language ?? undefined,
              href: source.url ?? undefined,
              description: <SourceLine source={source} />,
              back: back === null ? undefined : { href: `#${back}`, label: t('back', { number }) },
              more:
                wordClaim === undefined || claims.length === 0
                  ? undefined
                  : {
                      summary: t('supports', { n: numberInDigits(claims.length, locale) }),
                      content: <ClaimList claims={claims} wordClaim={wordClaim} />,
                    },
            };
          })}
        />
      )}
    </section>
  );
}

function SourceLine({ source }: { source: PublishedSource }) {
  const t = useTranslations('Sources');
  const kindWord = useWord('sourceKinds');
  const locale = useLocale();
  const { publisher, title, kind, language, publishedOn, retrievedOn } = source;
  const parts: ReactNode[] = [];
  if (title !== null) parts.push(<bdi>{isolateRuns(publisher, locale)}</bdi>);
  if (kind !== null) parts.push(kindWord(kind));
  if (language !== null && language !== locale) parts.push(languageName(language, locale));
  if (publishedOn !== null) parts.push(t.rich('publishedOn', { date: () => <DateText date={publishedOn} /> }));
  if (retrievedOn !== null) parts.push(t.rich('retrievedOn', { date: () => <DateText date={retrievedOn} /> }));
  return (
    <span className="dot-list">
      {parts.map((part, at) => (
        // The parts of a line have no identity of their own and never move.
        <span key={at}>{part}</span>
      ))}
    </span>
  );
}

/** The name of a language in the reader's; made on the server only, since browsers know other names. */
function languageName(tag: string, locale: Locale): string {
  return new Intl.DisplayNames([INTL_TAG[locale]], { type: 'language' }).of(tag) ?? tag;
}
