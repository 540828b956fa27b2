import { findBuild } from '#platform/running-build.ts';
import { answerNeighbour } from '../_components/answer-neighbour.ts';

export const dynamic = 'force-dynamic';

/** Which build this is, and how to have a static page of it rendered anew. */
export async function GET(request: Request): Promise<Response> {
  return answerNeighbour(request, findBuild);
}
