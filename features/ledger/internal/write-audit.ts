import { transaction } from '#db/client.ts';
import type { Database } from '#db/pool.ts';
import { auditEvent } from '#db/schema/ledger.ts';
import type { Problem } from '#platform/problem.ts';
import { type AuditSubject, type Call, personIdOf } from '../model.ts';

interface Entry {
  action: string;
  call: Call;
  subjects: readonly AuditSubject[];
}

/** Writes the audit lines of a deed in its own transaction: one a thing touched, at least one. */
export async function writeAudit(tx: Database, { action, call, subjects }: Entry): Promise<void> {
  const lines = subjects.length > 0 ? subjects : [null];
  await tx
    .insert(auditEvent)
    .values(lines.map((subject) => ({ ...callColumns(action, call), ...subjectColumns(subject) })));
}

/** Writes that something was refused, in a short transaction of its own: the refused one was rolled back. */
export async function writeRefusal(action: string, call: Call, problem: Problem): Promise<void> {
  await transaction(async (tx) => {
    await tx.insert(auditEvent).values({ ...callColumns(action, call), outcome: 'refused', problem: problem.code });
  });
}

function callColumns(action: string, call: Call) {
  return {
    at: call.now,
    actorKind: call.actor.kind,
    actorId: personIdOf(call.actor),
    action,
    requestId: call.requestId,
  };
}

function subjectColumns(subject: AuditSubject | null) {
  if (subject === null) return { outcome: 'done' };
  const { problem, ...columns } = subject;
  return { ...columns, outcome: problem === undefined ? 'done' : 'refused', problem: problem ?? null };
}
