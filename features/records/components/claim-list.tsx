import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { DIRECTION } from '#i18n/locales.ts';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import { localeOf } from '#i18n/nearest-text.ts';
import type { PublishedClaim } from '../queries/published-evidence.ts';
import { DateText } from './date-text.tsx';

/** A claim in words. */
export interface ClaimWords {
  /** The fact it speaks of, such as «النوع». */
  fact: ReactNode;
  /** What it says; `null` where it only supports what is shown. */
  value: ReactNode;
  /** The side whose view it is. */
  side: ReactNode;
}

interface ClaimListProps {
  claims: readonly PublishedClaim[];
  wordClaim: (claim: PublishedClaim) => ClaimWords;
}

/** What a source says, claim by claim, with the editor's reasons. */
export function ClaimList({ claims, wordClaim }: ClaimListProps) {
  return (
    <ul className="claims">
      {claims.map((claim) => (
        <li key={claim.id}>
          <ClaimLine claim={claim} words={wordClaim(claim)} />
          <ClaimNote claim={claim} />
        </li>
      ))}
    </ul>
  );
}

function ClaimLine({ claim, words: { fact, value, side } }: { claim: PublishedClaim; words: ClaimWords }) {
  const t = useTranslations('Sources');
  const { accepted, checkedOn, retrievedOn } = claim;
  return (
    <p className="dot-list">
      <span>
        <span className="claim-fact">{fact}</span>
        {value === null ? null : <strong>{value}</strong>}
      </span>
      {side === null ? null : <span>{t.rich('side', { name: () => side })}</span>}
      {accepted ? null : <span>{t('notAccepted')}</span>}
      {retrievedOn === null ? null : (
        <span>{t.rich('retrievedOn', { date: () => <DateText date={retrievedOn} /> })}</span>
      )}
      {checkedOn === null ? null : <span>{t.rich('checkedOn', { date: () => <DateText date={checkedOn} /> })}</span>}
    </p>
  );
}

/** Why a claim was accepted or not. Notes are kept in one language, so they often stand in another than the page. */
export function ClaimNote({ claim: { note, noteLanguage } }: { claim: PublishedClaim }) {
  const reader = useLocale();
  if (note === null) return null;
  const locale = localeOf(noteLanguage ?? reader);
  const isForeign = locale !== reader;
  return (
    <p className="claim-note" dir={isForeign ? DIRECTION[locale] : undefined} lang={isForeign ? locale : undefined}>
      {isolateRuns(note, locale)}
    </p>
  );
}
