import { cookies } from 'next/headers';
import NextAuth, { type NextAuthConfig } from 'next-auth';
import Credentials from 'next-auth/providers/credentials';
import { v7 as uuidv7 } from 'uuid';
import { runCommand } from '#features/ledger/run-command.ts';
import { ANONYMOUS } from '#features/ledger/model.ts';
import { log } from '#platform/log.ts';
import { closeSession } from '../commands/close-session.ts';
import { SESSION_MINUTES } from '../model.ts';
import { findSessionActor } from '../queries/find-session-actor.ts';
import { authSecret, sessionCookie } from './session-cookie.ts';
import { readTicket, writeTicket } from './ticket.ts';

/** next-auth insists on a second cookie that says where to go; we say it ourselves and remove it. */
const RETURN_COOKIE = 'auth-return';

const nextAuth = NextAuth(() => configuration());

/** next-auth's own addresses under `/api/auth`. */
export const authDoor = nextAuth.handlers;

/** Puts a session that was opened a moment ago into the cookie of the browser that asked for it. */
export async function rememberSession(token: string): Promise<void> {
  const ticket = writeTicket(token, authSecret(), new Date());
  await nextAuth.signIn('credentials', { ticket, redirect: false, redirectTo: '/' });
  const jar = await cookies();
  jar.delete(RETURN_COOKIE);
  // Some refusals of next-auth are an answer without a cookie, not an error.
  if ((jar.get(sessionCookie().name)?.value ?? '') === '') throw new Error('next-auth set no session cookie');
}

function configuration(): NextAuthConfig {
  const { name, options } = sessionCookie();
  return {
    secret: authSecret(),
    basePath: '/api/auth',
    // Who may send a request at all is decided by our own guard before next-auth sees it.
    trustHost: true,
    session: { strategy: 'jwt', maxAge: SESSION_MINUTES.longest * 60 },
    pages: { signIn: '/sign-in', signOut: '/sign-in', error: '/sign-in' },
    cookies: { sessionToken: { name, options }, callbackUrl: { name: RETURN_COOKIE, options } },
    providers: [
      Credentials({
        credentials: { ticket: {} },
        authorize: ({ ticket }) => {
          const token = readTicket(ticket, authSecret(), new Date());
          return token === null ? null : { id: token };
        },
      }),
    ],
    callbacks: {
      jwt: ({ token, user }) => sealed(token['session'], user),
      session: ({ session }) => publicPart(session),
    },
    events: { signOut: (message) => closeRemembered(message) },
    logger: {
      error: (error) => log.debug({ error }, 'next-auth refused'),
      warn: () => undefined,
      debug: () => undefined,
    },
  };
}

/** The cookie holds the session token and nothing else; a session that is over is taken out of the browser. */
async function sealed(known: unknown, user: { id?: string } | undefined): Promise<{ session: string } | null> {
  if (user?.id !== undefined) return { session: user.id };
  if (typeof known !== 'string') return null;
  return (await findSessionActor(known, new Date())) === null ? null : { session: known };
}

/** What `/api/auth/session` tells a script: that there is a session and until when, never its token. */
function publicPart({ expires }: { expires: string | Date }): { expires: string } {
  return { expires: new Date(expires).toISOString() };
}

/** next-auth takes the cookie away itself; what it cannot do is end the session for every copy of it. */
async function closeRemembered(message: object): Promise<void> {
  const session: unknown = 'token' in message ? Reflect.get(Object(message.token), 'session') : null;
  if (typeof session !== 'string') return;
  await runCommand(closeSession, { token: session }, { actor: ANONYMOUS, now: new Date(), requestId: uuidv7() });
}
