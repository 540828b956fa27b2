import { and, eq, gte, inArray, isNotNull, isNull, lte, or, sql } from 'drizzle-orm';
import { z } from 'zod';
import { record, unit } from '#db/schema/records.ts';
import { notice } from '#db/schema/talk.ts';
import { type CommandContext, defineCommand } from '#features/ledger/define-command.ts';
import { notify } from '#features/notifications/notify.ts';
import { type Scope, SCOPES } from '../model.ts';

const DAY_MS = 24 * 3_600_000;
/** How far back a day may lie that nobody was reminded of, for instance while no worker ran. */
const DAYS_BACK = 30;

/** Reminds people of what is due tomorrow and what is overdue; of each day once, however often it runs. */
export const remindDue = defineCommand({
  name: 'record.remindDue',
  input: z.strictObject({
    /** Today's calendar day in the site's zone. */
    day: z.iso.date(),
  }),
  load: async () => ({}),
  allow: (actor) => actor.kind === 'system',
  run: async (context, _subject, { day }) => {
    const due = await findDue(context, day);
    for (const { recordId, scope, assignee, dueOn, kind } of due) {
      await notify(context, {
        kind,
        record: recordId,
        part: scope,
        detail: { dueOn },
        to: ({ id }) => id === assignee,
      });
    }
    return { reminded: due.length };
  },
});

interface Due {
  recordId: string;
  scope: Scope;
  assignee: string | null;
  dueOn: string;
  kind: 'dueSoon' | 'overdue';
}

async function findDue({ tx }: CommandContext, day: string): Promise<Due[]> {
  const kind = sql<Due['kind']>`case when ${unit.dueOn} < ${day} then 'overdue' else 'dueSoon' end`;
  const rows = await tx
    .select({ recordId: unit.recordId, scope: unit.scope, assignee: unit.assignee, dueOn: unit.dueOn, kind })
    .from(unit)
    .innerJoin(record, eq(record.id, unit.recordId))
    .where(
      and(
        isNull(record.deletedAt),
        isNotNull(unit.assignee),
        inArray(unit.state, ['draft', 'in_review']),
        or(
          eq(unit.dueOn, daysFrom(day, 1)),
          and(lte(unit.dueOn, daysFrom(day, -1)), gte(unit.dueOn, daysFrom(day, -DAYS_BACK))),
        ),
        sql`not exists (select from ${notice} told where told.person_id = ${unit.assignee} and told.record_id = ${unit.recordId}
          and told.scope = ${unit.scope} and told.kind = ${kind} and told.detail ->> 'dueOn' = ${unit.dueOn}::text)`,
      ),
    );
  return rows.flatMap(({ scope: named, dueOn, ...row }) => {
    const scope = SCOPES.find((known) => known === named);
    return scope === undefined || dueOn === null ? [] : [{ ...row, scope, dueOn }];
  });
}

/** A calendar day some days later; days of a calendar know no clock. */
function daysFrom(day: string, days: number): string {
  return new Date(Date.parse(`${day}T12:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
