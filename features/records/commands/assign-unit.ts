import { z } from 'zod';
import { listColleagues } from '#features/accounts/queries/list-colleagues.ts';
import { type CommandContext, defineCommand } from '#features/ledger/define-command.ts';
import { notify } from '#features/notifications/notify.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { Problem } from '#platform/problem.ts';
import { loadUnit, unitInput } from '../internal/load-unit.ts';
import { type RecordUnit, setState } from '../internal/set-state.ts';
import { mayAssign, mayBeAssigned, mayTakeOrGiveUp } from '../policy.ts';

const emptyAsNull = <T extends z.ZodType>(field: T) => z.preprocess((value) => (value === '' ? null : value), field);

/**
 * Gives a unit to somebody, with a day or without; takes it; gives it up.
 *
 * @throws Problem `invalid`: the day has passed, or that person may neither write nor judge this unit
 * @throws Problem `stateRefused`: somebody has got or given up the unit since the caller looked, or it lies in the trash
 */
export const assignUnit = defineCommand({
  name: 'record.assign',
  input: unitInput.omit({ rev: true }).extend({
    assignee: emptyAsNull(z.uuid().nullable()),
    dueOn: emptyAsNull(z.iso.date().nullable()).default(null),
    /** Whom the caller saw it with. */
    seen: emptyAsNull(z.uuid().nullable()).default(null),
  }),
  load: loadUnit,
  allow: (actor, { record: { sourceLocale }, unit }, { assignee, dueOn }) =>
    mayAssign(actor) || mayTakeOrGiveUp(actor, unit, { sourceLocale, to: assignee, day: dueOn }),
  run: async (context, subject, { assignee, dueOn, seen }) => {
    const { record, unit } = subject;
    if (unit.assignee !== seen) throw new Problem('stateRefused');
    const day = assignee === null ? null : dueOn;
    if (day !== null && day !== unit.dueOn && day < siteDayOf(context.now)) refuse('dueOn', 'timePast');
    if (assignee !== null && assignee !== unit.assignee) await refuseUnfit(context, subject, assignee);
    const answer = await setState(context, subject, {
      seenRev: unit.headRev,
      change: { assignee, dueOn: day },
      detail: { assignee, dueOn: day },
    });
    const isNew = assignee !== unit.assignee || day !== unit.dueOn;
    await notify(context, {
      kind: 'assigned',
      record: record.id,
      part: unit.scope,
      detail: day === null ? {} : { dueOn: day },
      to: ({ id }) => isNew && id === assignee,
    });
    return answer;
  },
});

async function refuseUnfit(context: CommandContext, { record, unit }: RecordUnit, assignee: string): Promise<void> {
  const colleagues = await listColleagues(context.actor, context.now, context.tx);
  const chosen = colleagues.find(({ id }) => id === assignee);
  if (chosen === undefined || !mayBeAssigned(chosen, unit.scope, record.sourceLocale)) refuse('assignee', 'notOffered');
}

function refuse(path: string, reason: string): never {
  throw new Problem('invalid', { fields: [{ path, reason }] });
}
