import { type SQL, sql } from 'drizzle-orm';
import { publicDb } from '#db/client.ts';
import type { PartnershipQuestion } from '../list-question.ts';
import type { ResolvedQuestion } from './list-index.ts';

/** The filters whose values name records, and where those are published. */
const OF_RECORDS = ['theme', 'place', 'programme', 'organisation'] as const;

/**
 * Turns the address parts of a question into ids.
 *
 * @returns `unknown`: address parts that name nothing published
 */
export async function resolveQuestion(
  question: PartnershipQuestion,
): Promise<{ resolved: ResolvedQuestion; unknown: string[] }> {
  const { chosen, from, to } = question;
  const asked = OF_RECORDS.filter((facet) => chosen[facet].length > 0);
  if (asked.length === 0) return { resolved: { chosen, from, to }, unknown: [] };
  const parts = asked.map(
    (facet) =>
      sql`select ${facet} as facet, id, slug from ${sql.raw(facet)} where slug = any(string_to_array(${chosen[facet].join(' ')}, ' '))`,
  );
  const rows = await publicDb().execute<{ facet: string; id: string; slug: string }>(joinAll(parts));
  const idsOf = (facet: string) => [...rows].filter((row) => row.facet === facet).map(({ id }) => id);
  const slugs = new Set([...rows].map(({ facet, slug }) => `${facet} ${slug}`));
  const unknown = asked.flatMap((facet) => chosen[facet].filter((slug) => !slugs.has(`${facet} ${slug}`)));
  const ids = Object.fromEntries(asked.map((facet) => [facet, idsOf(facet)]));
  return { resolved: { chosen: { ...chosen, ...ids }, from, to }, unknown };
}

function joinAll(parts: readonly SQL[]): SQL {
  return sql.join([...parts], sql` union all `);
}
