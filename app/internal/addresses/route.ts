import { z } from 'zod';
import { listLiveAddresses } from '#features/records/queries/list-live-addresses.ts';
import { answerNeighbour } from '../_components/answer-neighbour.ts';

export const dynamic = 'force-dynamic';

const asked = z.object({
  // Postgres knows later years than JavaScript, not the other way round.
  since: z.coerce.number().int().min(0).max(Date.UTC(9999, 0)).nullable(),
  after: z.string().min(1).max(200).nullable(),
});

/** The addresses of all public pages, page by page, or of those that opened since. */
export async function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const { success, data: wanted } = asked.safeParse({
    since: searchParams.get('since'),
    after: searchParams.get('after'),
  });
  return answerNeighbour(request, () => {
    if (!success) return null;
    return listLiveAddresses({ since: wanted.since === null ? null : new Date(wanted.since), after: wanted.after });
  });
}
