import { headers } from 'next/headers';
import { currentActor, requireStaff } from '#features/accounts/session.ts';
import type { PersonActor } from '#features/ledger/model.ts';

/** What an address names a record by. */
const REF = /^[A-Z]-\d{1,9}$/u;

/**
 * Who looks at a record. Whoever is not signed in is sent there first, unless they have just posted a form without script:
 * that page has to show what they typed, or it would be lost.
 *
 * @returns `null` where somebody's session ended with a form in their hands
 */
export async function readerOfForm(path: string): Promise<PersonActor | null> {
  if ((await isFormPost()) && (await currentActor()).kind === 'anonymous') return null;
  return requireStaff(path);
}

/** Whether a part of an address has the shape of a short name; anything else is not asked for. */
export function isRef(text: string): boolean {
  return REF.test(text);
}

async function isFormPost(): Promise<boolean> {
  const sent = await headers();
  return !sent.has('next-action') && (sent.get('content-type') ?? '').startsWith('multipart/form-data');
}
