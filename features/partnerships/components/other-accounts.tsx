import { useTranslations } from 'next-intl';
import { SourceMarks } from '#features/records/components/source-marks.tsx';
import type { Evidence } from '#features/records/fact-evidence.ts';
import type { PublishedClaim } from '#features/records/queries/published-evidence.ts';
import { ClaimValue } from './claim-value.tsx';

interface OtherAccountsProps {
  claims: readonly PublishedClaim[];
  evidence: Evidence;
  at: string;
}

/** What other sources say of a fact, directly below what is shown. */
export function OtherAccounts({ claims, evidence, at }: OtherAccountsProps) {
  const t = useTranslations('Sources');
  if (claims.length === 0) return null;
  return (
    <ul className="other-accounts">
      {claims.map((claim) => (
        <li key={claim.id}>
          {t.rich('otherAccount', { value: () => <ClaimValue claim={claim} /> })}
          <SourceMarks at={`${at}-other`} evidence={evidence} sourceIds={[claim.sourceId]} />
        </li>
      ))}
    </ul>
  );
}
