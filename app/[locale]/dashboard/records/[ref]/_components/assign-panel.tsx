import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { listColleagues } from '#features/accounts/queries/list-colleagues.ts';
import { assignUnitAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { recordPath } from '#features/kinds/lists.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import type { Scope } from '#features/records/model.ts';
import { mayAssign, mayBeAssigned, mayTakeOrGiveUp } from '#features/records/policy.ts';
import type { DeskRecord, DeskUnit } from '#features/records/queries/find-desk-record.ts';
import { localisePath } from '#i18n/locales.ts';
import { Select } from '#ui/select.tsx';

interface AssignPanelProps {
  actor: PersonActor;
  record: DeskRecord;
  scope: Scope;
  at: string;
  unit: DeskUnit;
}

/** Who is asked for the unit, and until when. */
export async function AssignPanel(props: AssignPanelProps) {
  const { actor, record, scope, at, unit } = props;
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const hidden = {
    record: record.id,
    scope,
    seen: unit.assignee?.id ?? '',
    submitKey: uuidv7(),
    back: localisePath(locale, `${recordPath(record.ref)}?unit=${scope}&at=${at}&done=assign`),
  };
  if (!mayAssign(actor)) return <TakeOrGiveUp {...props} hidden={hidden} />;
  const colleagues = (await listColleagues(actor, new Date())).filter((one) =>
    mayBeAssigned(one, scope, record.sourceLocale),
  );
  return (
    <details className="assign" open={unit.assignee !== null}>
      <summary>{t('assignment')}</summary>
      <DeedForm action={assignUnitAction} hidden={hidden} label={t('assign')} words="left">
        <Select
          choices={colleagues.map(({ id, name, email }) => ({ value: id, text: `${name} (${email})` }))}
          defaultValue={unit.assignee?.id ?? ''}
          id="assignee"
          label={t('assignee')}
          name="assignee"
          none={t('assignNobody')}
        />
        <label className="field" htmlFor="due-on">
          <span>{t('dueOn')}</span>
          <input className="input" defaultValue={unit.dueOn ?? ''} dir="ltr" id="due-on" name="dueOn" type="date" />
        </label>
      </DeedForm>
    </details>
  );
}

interface TakeProps extends AssignPanelProps {
  hidden: Readonly<Record<string, string | number>>;
}

/** Whoever assigns nobody takes what nobody has, and gives their own up. */
async function TakeOrGiveUp({ actor, record, scope, unit, hidden }: TakeProps) {
  const t = await getTranslations('Desk');
  const isOwn = unit.assignee?.id === actor.id;
  const asked = { scope, assignee: unit.assignee?.id ?? null, dueOn: unit.dueOn };
  const to = isOwn ? null : actor.id;
  if (!mayTakeOrGiveUp(actor, asked, { sourceLocale: record.sourceLocale, to, day: unit.dueOn })) return null;
  return (
    <DeedForm
      action={assignUnitAction}
      hidden={{ ...hidden, assignee: to ?? '', dueOn: unit.dueOn ?? '' }}
      label={isOwn ? t('giveUp') : t('take')}
      words="left"
    />
  );
}
