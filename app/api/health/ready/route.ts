import { findReadiness } from '#features/settings/queries/find-readiness.ts';
import { isSiteSecure } from '#features/settings/site-address.ts';

export const dynamic = 'force-dynamic';

/** Says whether requests may be sent here, and whether the session cookie travels over https only. */
export async function GET(): Promise<Response> {
  const status = await findReadiness();
  const cookie = isSiteSecure() ? 'secure' : 'insecure';
  const headers = { 'cache-control': 'no-store' };
  return Response.json({ status, cookie }, { status: status === 'ready' ? 200 : 503, headers });
}
