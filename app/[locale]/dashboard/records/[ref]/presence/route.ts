import { submit } from '#features/accounts/submit.ts';
import { keepPresence } from '#features/records/commands/keep-presence.ts';

/**
 * Takes the word that somebody has a unit open, or leaves it, and answers who else has. No server action: a browser sends those one
 * after the other, so that a save would wait for it, and cannot send one while a page goes away.
 */
export async function POST(request: Request): Promise<Response> {
  const state = await submit(keepPresence, await request.formData());
  const headers = { 'cache-control': 'no-store' };
  if (state.status === 'done') return Response.json(state.result, { headers });
  const isSignedOut = state.status === 'refused' && state.code === 'signedOut';
  return Response.json({ others: [] }, { status: isSignedOut ? 401 : 403, headers });
}
