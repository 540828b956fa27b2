import { and, desc, eq } from 'drizzle-orm';
import { appDb } from '#db/client.ts';
import { person } from '#db/schema/accounts.ts';
import { auditEvent } from '#db/schema/ledger.ts';
import type { Actor } from '#features/ledger/model.ts';
import { Problem } from '#platform/problem.ts';
import type { Scope } from '../model.ts';
import { isPlainObject } from '../plain-object.ts';
import { mayReadDrafts } from '../policy.ts';

/** Who handed a unit in last, when, and with which words. */
export interface Submission {
  by: string | null;
  at: Date;
  note: string | null;
}

/**
 * The last time that a unit was handed over for review, as the trail has it.
 *
 * @returns `null` where nobody ever did
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function findSubmission(
  actor: Actor,
  { recordId, scope }: { recordId: string; scope: Scope },
): Promise<Submission | null> {
  if (!mayReadDrafts(actor)) throw new Problem('forbidden');
  const [row] = await appDb()
    .select({ by: person.name, at: auditEvent.at, detail: auditEvent.detail })
    .from(auditEvent)
    .leftJoin(person, eq(person.id, auditEvent.actorId))
    .where(
      and(
        eq(auditEvent.subjectId, recordId),
        eq(auditEvent.scope, scope),
        eq(auditEvent.action, 'record.submit'),
        eq(auditEvent.outcome, 'done'),
      ),
    )
    .orderBy(desc(auditEvent.id))
    .limit(1);
  if (row === undefined) return null;
  const note = isPlainObject(row.detail) ? row.detail['note'] : null;
  return { by: row.by, at: row.at, note: typeof note === 'string' && note !== '' ? note : null };
}
