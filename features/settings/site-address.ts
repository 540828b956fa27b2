import { env } from '#platform/env.ts';

/** The whole address of a page of this site, for links that leave it: in mails, on a terminal. */
export function wholeAddress(path: string): string {
  const { PORT, PUBLIC_URL, SITE_PORT = PORT } = env();
  return new URL(path, PUBLIC_URL ?? `http://localhost:${String(SITE_PORT)}`).href;
}

/** Whether readers reach the site over https, so that its cookies may be bound to that. */
export function isSiteSecure(): boolean {
  return env().PUBLIC_URL?.startsWith('https:') === true;
}
