import { findAddresses } from '#features/records/queries/find-addresses.ts';
import { answerNeighbour } from '../_components/answer-neighbour.ts';

export const dynamic = 'force-dynamic';

/** More than one request line holds. */
const PATHS_MAX = 200;

/** What stands at public addresses (`?path=…&path=…`), in the same order, so that one without a page is never rendered. */
export async function GET(request: Request): Promise<Response> {
  const paths = new URL(request.url).searchParams.getAll('path');
  const isAnswerable = paths.length > 0 && paths.length <= PATHS_MAX;
  return answerNeighbour(request, async () => (isAnswerable ? { answers: await findAddresses(paths) } : null));
}
