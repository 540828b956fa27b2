import { headers } from 'next/headers';
import { currentActor, requireStaff } from '#features/accounts/session.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { type DeskRecord, findDeskRecord } from '#features/records/queries/find-desk-record.ts';

/** A record and who looks at it; or nothing of it, for a form that came back to somebody whose session has ended. */
export type Opened = { actor: PersonActor; record: DeskRecord } | 'signedOutWithForm';

/**
 * A record for somebody who may see it. Whoever is not signed in is sent there first, unless they have just posted a form
 * without script: that page has to show what they typed, or it would be lost.
 *
 * @returns `null` where there is no such record
 */
export async function openRecord(ref: string, path: string): Promise<Opened | null> {
  if ((await isFormPost()) && (await currentActor()).kind === 'anonymous') return 'signedOutWithForm';
  const actor = await requireStaff(path);
  const record = /^[A-Z]-\d{1,9}$/u.test(ref) ? await findDeskRecord(actor, ref) : null;
  return record === null ? null : { actor, record };
}

async function isFormPost(): Promise<boolean> {
  const sent = await headers();
  return !sent.has('next-action') && (sent.get('content-type') ?? '').startsWith('multipart/form-data');
}
