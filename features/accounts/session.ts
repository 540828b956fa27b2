import { getLocale } from 'next-intl/server';
import type { NextRequest } from 'next/server';
import { cache } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { type Actor, ANONYMOUS, type PersonActor } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { localisePath } from '#i18n/locales.ts';
import { env } from '#platform/env.ts';
import { keepSession } from './commands/keep-session.ts';
import { goTo } from './go-to.ts';
import { rememberedToken } from './internal/session-cookie.ts';
import { minutesAfter, SESSION_KEEP_MINUTES } from './model.ts';
import { isOwnHost, isOwnOrigin } from './own-origin.ts';
import { findSessionActor } from './queries/find-session-actor.ts';

/**
 * Who sends this request, asked of the database once a request: an ended session, a disabled person and a right taken away
 * count from the next request on.
 *
 * @throws Problem `unavailable`: the database cannot be reached; nobody is taken for signed in or out then
 */
export const currentActor = cache(async (): Promise<Actor> => {
  const token = await rememberedToken();
  if (token === null) return ANONYMOUS;
  const now = new Date();
  const found = await findSessionActor(token, now);
  if (found === null) return ANONYMOUS;
  if (found.seenAt < minutesAfter(now, -SESSION_KEEP_MINUTES)) {
    const call = { actor: { kind: 'system', reason: 'session in use' } as const, now, requestId: uuidv7() };
    await runCommand(keepSession, { token }, call);
  }
  return found.actor;
});

/**
 * The signed-in person. Whoever is not signed in is sent to sign in, and from there back to the page.
 *
 * @param path - of the page without its language, such as `/dashboard/records/P-101?unit=ar`
 */
export async function requireStaff(path = '/dashboard'): Promise<PersonActor> {
  const actor = await currentActor();
  if (actor.kind === 'person') return actor;
  const locale = await getLocale();
  const next = encodeURIComponent(localisePath(locale, path));
  goTo(`${localisePath(locale, '/sign-in')}?next=${next}`);
}

/** next-auth's own addresses under `/api/auth`, behind the guard of our forms: nobody from elsewhere is answered. */
export async function answerAuthRequest(request: NextRequest): Promise<Response> {
  const { PUBLIC_URL } = env();
  const [origin, host] = [request.headers.get('origin'), request.headers.get('host')];
  const isOwn = request.method === 'GET' ? isOwnHost(host, PUBLIC_URL) : isOwnOrigin({ origin, host }, PUBLIC_URL);
  if (!isOwn) return new Response(null, { status: 403 });
  const { authDoor } = await import('./internal/next-auth.ts');
  return request.method === 'GET' ? authDoor.GET(request) : authDoor.POST(request);
}
