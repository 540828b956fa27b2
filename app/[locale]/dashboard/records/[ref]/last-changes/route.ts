import type { NextRequest } from 'next/server';
import { currentActor } from '#features/accounts/session.ts';
import { isScope } from '#features/records/model.ts';
import { listLastChanges } from '#features/records/queries/list-last-changes.ts';
import { isProblem } from '#platform/problem.ts';
import { isRef } from '../_components/open-record.ts';

/** Who changed each place of a unit last: asked by the form when somebody wants to know, so that opening it costs nothing. */
export async function GET(
  request: NextRequest,
  { params }: RouteContext<'/[locale]/dashboard/records/[ref]/last-changes'>,
): Promise<Response> {
  const { ref } = await params;
  const scope = request.nextUrl.searchParams.get('unit') ?? '';
  const headers = { 'cache-control': 'no-store' };
  if (!isRef(ref) || !isScope(scope)) return Response.json([], { status: 404, headers });
  try {
    return Response.json(await listLastChanges(await currentActor(), { ref, scope }), { headers });
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown;
    return Response.json([], { status: thrown.code === 'forbidden' ? 403 : 503, headers });
  }
}
