import { and, desc, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Database } from '#db/pool.ts';
import { auditEvent } from '#db/schema/ledger.ts';
import { holds } from '#features/accounts/policy.ts';
import { defineCommand } from '#features/ledger/define-command.ts';
import { notify } from '#features/notifications/notify.ts';
import { loadUnit } from '../internal/load-unit.ts';
import { SCOPES } from '../model.ts';

/** Tells whoever planned a release, and publishers, that it failed at its time. */
export const noteFailedRelease = defineCommand({
  name: 'record.noteFailedRelease',
  input: z.strictObject({ record: z.uuid(), scope: z.enum(SCOPES), problem: z.string().max(60) }),
  load: loadUnit,
  allow: (actor) => actor.kind === 'system',
  run: async (context, { record, unit }, { scope, problem }) => {
    // A plan that was taken back in the last moment has not failed.
    if (unit.scheduledFor === null) return { told: 0 };
    const planner = await findPlanner(context.tx, { recordId: record.id, scope });
    const told = await notify(context, {
      kind: 'releaseFailed',
      record: record.id,
      part: scope,
      detail: { problem },
      to: (colleague) => colleague.id === planner || holds(colleague, ['publisher']),
    });
    context.audit({ subjectKind: record.kind, subjectId: record.id, scope, detail: { problem } });
    return { told: told.length };
  },
});

async function findPlanner(
  tx: Database,
  { recordId, scope }: { recordId: string; scope: string },
): Promise<string | null> {
  const [row] = await tx
    .select({ id: auditEvent.actorId })
    .from(auditEvent)
    .where(
      and(
        eq(auditEvent.subjectId, recordId),
        eq(auditEvent.scope, scope),
        eq(auditEvent.action, 'record.schedule'),
        eq(auditEvent.outcome, 'done'),
      ),
    )
    .orderBy(desc(auditEvent.id))
    .limit(1);
  return row?.id ?? null;
}
