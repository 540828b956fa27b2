import { transaction } from '#db/client.ts';
import type { Database } from '#db/pool.ts';
import { auditEvent } from '#db/schema/ledger.ts';
import type { Problem } from '#platform/problem.ts';
import { type Actor, type AuditSubject, type Call, personIdOf } from '../model.ts';

const LINES_AT_ONCE = 1000;

interface Entry {
  action: string;
  call: Call;
  subjects: readonly AuditSubject[];
}

/** Writes the audit lines of a deed in its own transaction: one a thing touched, at least one. */
export async function writeAudit(tx: Database, { action, call, subjects }: Entry): Promise<void> {
  const lines = subjects.length > 0 ? subjects : [null];
  // A statement takes 65,534 values at most; an import writes many lines.
  for (let from = 0; from < lines.length; from += LINES_AT_ONCE) {
    const some = lines.slice(from, from + LINES_AT_ONCE);
    await tx
      .insert(auditEvent)
      .values(some.map((subject) => ({ ...callColumns(action, call), ...subjectColumns(subject, call.actor) })));
  }
}

/** Writes that something was refused, in a short transaction of its own: the refused one was rolled back. */
export async function writeRefusal(action: string, call: Call, problem: Problem): Promise<void> {
  await transaction(async (tx) => {
    const refused = { ...subjectColumns(null, call.actor), outcome: 'refused', problem: problem.code };
    await tx.insert(auditEvent).values({ ...callColumns(action, call), ...refused });
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

function subjectColumns(subject: AuditSubject | null, actor: Actor) {
  // What the product does by itself, it does for a reason.
  const by = actor.kind === 'system' ? { by: actor.reason } : {};
  if (subject === null) return { outcome: 'done', detail: actor.kind === 'system' ? by : null };
  const { problem, detail, ...columns } = subject;
  const said = { ...detail, ...by };
  return {
    ...columns,
    outcome: problem === undefined ? 'done' : 'refused',
    problem: problem ?? null,
    detail: Object.keys(said).length === 0 ? null : said,
  };
}
