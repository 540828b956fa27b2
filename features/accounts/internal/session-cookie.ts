import { cookies } from 'next/headers';
import { decode } from 'next-auth/jwt';
import { isSiteSecure } from '#features/settings/site-address.ts';
import { env } from '#platform/env.ts';

/** How the one cookie of the product is set: staff only, never readable by script. */
export interface SessionCookie {
  name: string;
  options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean };
}

/**
 * The cookie of this site. Under https its name begins with `__Host-`, which browsers accept only from this very host and
 * only over https.
 */
export function sessionCookie(): SessionCookie {
  const isSecure = isSiteSecure();
  return {
    name: isSecure ? '__Host-session' : 'session',
    options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
  };
}

/** The key under which cookies and tickets are sealed. */
export function authSecret(): string {
  const secret = env().AUTH_SECRET;
  if (secret === undefined) throw new Error('AUTH_SECRET is not set; `npm run up` makes one and keeps it');
  return secret;
}

/** The session token in the cookie of this request; `null` without one, or where the seal is not ours. */
export async function rememberedToken(): Promise<string | null> {
  const { name } = sessionCookie();
  const sealed = (await cookies()).get(name)?.value;
  if (sealed === undefined) return null;
  try {
    // next-auth's own reader would also take cookies whose names only begin alike, and `Authorization` headers.
    const opened = await decode({ token: sealed, secret: authSecret(), salt: name });
    return typeof opened?.['session'] === 'string' ? opened['session'] : null;
  } catch {
    // Sealed under another key, damaged, or past its time: for us the visitor has no session.
    return null;
  }
}

/** Takes the cookie away from the browser. */
export async function forgetSession(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}
