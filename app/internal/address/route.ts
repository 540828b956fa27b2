import { findAddress } from '#features/records/queries/find-address.ts';
import { answerNeighbour } from '../_components/answer-neighbour.ts';

export const dynamic = 'force-dynamic';

/** What stands at a public address, so that one without a page is never rendered. */
export async function GET(request: Request): Promise<Response> {
  const path = new URL(request.url).searchParams.get('path');
  return answerNeighbour(request, () => (path === null ? null : findAddress(path)));
}
