import { env } from '#platform/env.ts';

/** The whole address of a link that works once, to be handed to a person; its page is Arabic, with a language switch. */
export function linkAddress(token: string): string {
  const { PORT, PUBLIC_URL } = env();
  return new URL(`/set-up/${token}`, PUBLIC_URL ?? `http://localhost:${String(PORT)}`).href;
}
