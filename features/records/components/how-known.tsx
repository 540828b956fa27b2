import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Isolate } from '#ui/isolate.tsx';
import { sourceAnchor } from '../citations.ts';
import { type Evidence, numberOfSource } from '../fact-evidence.ts';
import type { PublishedClaim, PublishedSource } from '../queries/published-evidence.ts';
import { ClaimNote, type ClaimWords } from './claim-list.tsx';
import { DateText } from './date-text.tsx';

interface HowKnownProps {
  /** The fact in words, for those who hear the question alone. */
  fact: ReactNode;
  /** Everything that is claimed of the fact, accepted or not. */
  claims: readonly PublishedClaim[];
  /** All sources of the fact; some are named by the fact itself, without a claim. */
  sourceIds: readonly string[];
  evidence: Evidence;
  wordClaim: (claim: PublishedClaim) => ClaimWords;
}

/** «How do we know?»: who says what of one fact, when it was looked at, and why it is shown or not. Opens without script. */
export function HowKnown({ fact, claims, sourceIds, evidence, wordClaim }: HowKnownProps) {
  const t = useTranslations('Evidence');
  const named = sourceIds.filter((id) => claims.every(({ sourceId }) => sourceId !== id));
  return (
    <details className="how-known">
      <summary>
        {t('how')} <span className="sr-only">{fact}</span>
      </summary>
      <ul className="claims">
        {claims.map((claim) => (
          <li key={claim.id}>
            <ClaimWitness claim={claim} evidence={evidence} words={wordClaim(claim)} />
            <ClaimNote claim={claim} />
          </li>
        ))}
        {named.map((id) => (
          <li key={id}>
            <p className="dot-list">
              <SourceName evidence={evidence} id={id} />
              <span>{t('named')}</span>
            </p>
          </li>
        ))}
        {claims.length + named.length === 0 ? <li>{t('none')}</li> : null}
      </ul>
    </details>
  );
}

function ClaimWitness({
  claim,
  evidence,
  words: { value, side },
}: {
  claim: PublishedClaim;
  evidence: Evidence;
  words: ClaimWords;
}) {
  const t = useTranslations();
  const { accepted, checkedOn, retrievedOn, sourceId } = claim;
  return (
    <p className="dot-list">
      <SourceName evidence={evidence} id={sourceId} />
      {value === null ? null : <strong>{value}</strong>}
      {side === null ? null : <span>{t.rich('Sources.side', { name: () => side })}</span>}
      <span>{t(accepted ? 'Evidence.accepted' : 'Sources.notAccepted')}</span>
      {retrievedOn === null ? null : (
        <span>{t.rich('Sources.retrievedOn', { date: () => <DateText date={retrievedOn} /> })}</span>
      )}
      <span>
        {checkedOn === null
          ? t('Evidence.unchecked')
          : t.rich('Sources.checkedOn', { date: () => <DateText date={checkedOn} /> })}
      </span>
    </p>
  );
}

function SourceName({ evidence, id }: { evidence: Evidence; id: string }) {
  const source = evidence.sources.find((one) => one.id === id);
  const number = numberOfSource(evidence, id);
  if (source === undefined || number === null) return null;
  return (
    <span>
      <a href={`#${sourceAnchor(number)}`}>
        <Publisher source={source} />
      </a>
    </span>
  );
}

function Publisher({ source: { language, publisher } }: { source: PublishedSource }) {
  const reader = useLocale();
  const lang = language === null || language === reader ? undefined : language;
  return lang === undefined ? <bdi>{publisher}</bdi> : <Isolate lang={lang}>{publisher}</Isolate>;
}
