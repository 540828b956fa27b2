import type { ClaimWords } from '#features/records/components/claim-list.tsx';
import type { PublishedClaim } from '#features/records/queries/published-evidence.ts';
import type { PublishedPartnership } from '../queries/find-published-partnership.ts';
import { ClaimValue } from './claim-value.tsx';
import { FactName } from './fact-name.tsx';
import { SideName } from './side-name.tsx';

/** How the claims of a partnership are worded in its list of sources. */
export function wordClaimOf(partnership: PublishedPartnership): (claim: PublishedClaim) => ClaimWords {
  return (claim) => {
    const side = partnership.parties.find(({ id }) => id === claim.side);
    return {
      fact: <FactName partnership={partnership} path={claim.path} />,
      value: claim.value === null ? null : <ClaimValue claim={claim} />,
      side: side === undefined ? null : <SideName side={side} />,
    };
  };
}
