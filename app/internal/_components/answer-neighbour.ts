import { INTERNAL_KEY_HEADER, isInternalKey } from '#platform/internal-key.ts';
import { isProblem } from '#platform/problem.ts';

/**
 * Answers another process of this installation in JSON; for everybody else nothing stands here.
 *
 * @param answer - gives what to say; `null` where there is no answer to what was asked
 */
export async function answerNeighbour(request: Request, answer: () => unknown): Promise<Response> {
  const headers = { 'cache-control': 'no-store' };
  if (!isInternalKey(request.headers.get(INTERNAL_KEY_HEADER))) return new Response(null, { status: 404, headers });
  try {
    const said = await answer();
    return said === null ? new Response(null, { status: 400, headers }) : Response.json(said, { headers });
  } catch (thrown) {
    if (!isProblem(thrown) || thrown.code !== 'unavailable') throw thrown;
    return Response.json({ state: 'unavailable' }, { status: 503, headers });
  }
}
