import { useTranslations } from 'next-intl';
import { ClaimNote } from '#features/records/components/claim-list.tsx';
import { SourceMarks } from '#features/records/components/source-marks.tsx';
import type { Disagreement } from '#features/records/fact-evidence.ts';
import type { PublishedClaim } from '#features/records/queries/published-evidence.ts';
import type { PublishedPartnership } from '../queries/find-published-partnership.ts';
import { ClaimValue } from './claim-value.tsx';
import { FactName } from './fact-name.tsx';
import { SideName } from './side-name.tsx';

interface DisagreementListProps {
  partnership: PublishedPartnership;
  disagreements: readonly Disagreement[];
}

/** Where sources contradict each other: the accepted account at the start, the others beside it, each with its reasons. */
export function DisagreementList({ partnership, disagreements }: DisagreementListProps) {
  const t = useTranslations('Sources');
  return disagreements.map(({ path, field, shown, others }) => (
    <section className="dispute" key={`${path}.${field ?? ''}`}>
      <h3>
        <FactName partnership={partnership} path={path} />
      </h3>
      <div className="dispute-sides">
        <Account claims={shown} label={t('shown')} partnership={partnership} />
        <Account claims={others} label={t('other')} partnership={partnership} />
      </div>
    </section>
  ));
}

interface AccountProps {
  label: string;
  claims: readonly PublishedClaim[];
  partnership: PublishedPartnership;
}

function Account({ label, claims, partnership }: AccountProps) {
  return (
    <div className="account">
      <p className="kicker">{label}</p>
      <ul>
        {claims.map((claim) => (
          <li key={claim.id}>
            <AccountLine claim={claim} partnership={partnership} />
            <ClaimNote claim={claim} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function AccountLine({ claim, partnership }: { claim: PublishedClaim; partnership: PublishedPartnership }) {
  const t = useTranslations('Sources');
  const source = partnership.sources.find(({ id }) => id === claim.sourceId);
  const side = partnership.parties.find(({ id }) => id === claim.side);
  return (
    <p className="dot-list">
      <strong>
        <ClaimValue claim={claim} />
      </strong>
      <span>
        <bdi lang={source?.language ?? undefined}>{source?.publisher}</bdi>
        <SourceMarks at={`conflict-${claim.id}`} evidence={partnership} sourceIds={[claim.sourceId]} />
      </span>
      {side === undefined ? null : <span>{t.rich('side', { name: () => <SideName side={side} /> })}</span>}
    </p>
  );
}
