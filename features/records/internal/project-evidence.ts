import { eq } from 'drizzle-orm';
import { z } from 'zod';
import { claim, source } from '#db/schema/evidence.ts';
import type { Database } from '#db/pool.ts';
import { type Claim, claimList, sourceList } from '../evidence.ts';
import type { Content } from '../model.ts';

const evidence = z.object({ sources: sourceList().default([]), claims: claimList().default([]) });

/** Writes the published sources and claims of a record anew, in the order of the record; every kind has the same two lists. */
export async function projectEvidence(tx: Database, recordId: string, facts: Content): Promise<void> {
  const { sources, claims } = evidence.parse({ sources: facts['sources'], claims: facts['claims'] });
  await withdrawEvidence(tx, recordId);
  if (sources.length > 0) {
    await tx.insert(source).values(sources.map((one, position) => ({ recordId, position, ...one })));
  }
  if (claims.length > 0) await tx.insert(claim).values(claims.map((one) => publishedClaim(recordId, one)));
}

/** Takes the published sources and claims of a record away. */
export async function withdrawEvidence(tx: Database, recordId: string): Promise<void> {
  await tx.delete(claim).where(eq(claim.recordId, recordId));
  await tx.delete(source).where(eq(source.recordId, recordId));
}

/** A claim on `milestones.m2.date` is one on the fact `milestones.m2`, namely on its field `date`. */
function publishedClaim(recordId: string, { path, ...one }: Claim) {
  const [list = '', item, field] = path.split('.');
  return { recordId, ...one, path: item === undefined ? list : `${list}.${item}`, field: field ?? null };
}
