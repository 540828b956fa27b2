import { wholeAddress } from '#features/settings/site-address.ts';

/** The whole address of a link that works once, to be handed to a person; its page is Arabic, with a language switch. */
export function linkAddress(token: string): string {
  return wholeAddress(`/set-up/${token}`);
}
