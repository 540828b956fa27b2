import type { ReactNode } from 'react';
import { HowKnown } from '#features/records/components/how-known.tsx';
import { claimsOf, sourcesOf } from '#features/records/fact-evidence.ts';
import type { PublishedPartnership } from '../queries/find-published-partnership.ts';
import { sourcesAt } from '../sources-of-fact.ts';
import { wordClaimOf } from './word-claim.tsx';

interface FactKnownProps {
  partnership: PublishedPartnership;
  /** Where the fact stands in the record. */
  at: { path: string; field?: string } | null;
  /** The fact in words. */
  fact: ReactNode;
}

/** How one fact of a partnership is known. */
export function FactKnown({ partnership, at, fact }: FactKnownProps) {
  const claims = at === null ? [] : claimsOf(partnership, at);
  return (
    <HowKnown
      claims={claims}
      evidence={partnership}
      fact={fact}
      sourceIds={at === null ? [] : sourcesAtPath(partnership, at)}
      wordClaim={wordClaimOf(partnership)}
    />
  );
}

function sourcesAtPath(partnership: PublishedPartnership, { path, field }: { path: string; field?: string }): string[] {
  return path.includes('.') ? sourcesAt(partnership, path, field) : sourcesOf(partnership, { path });
}
