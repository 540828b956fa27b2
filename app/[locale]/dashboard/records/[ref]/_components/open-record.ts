import { requireStaff } from '#features/accounts/session.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { type DeskRecord, findDeskRecord } from '#features/records/queries/find-desk-record.ts';

/** A record for somebody who may see it; whoever is not signed in is sent there first. `null` where there is none. */
export async function openRecord(
  ref: string,
  path: string,
): Promise<{ actor: PersonActor; record: DeskRecord } | null> {
  const actor = await requireStaff(path);
  const record = /^[A-Z]-\d{1,9}$/u.test(ref) ? await findDeskRecord(actor, ref) : null;
  return record === null ? null : { actor, record };
}
