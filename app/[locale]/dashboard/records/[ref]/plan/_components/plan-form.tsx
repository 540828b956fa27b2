import { getLocale, getTranslations } from 'next-intl/server';
import { recordPath } from '#features/kinds/lists.ts';
import { PLAN_DEEDS } from '#features/records/model.ts';
import type { DeskRecord } from '#features/records/queries/find-desk-record.ts';
import { localisePath } from '#i18n/locales.ts';
import { PLAN_TIME_ZONES } from '#i18n/time-zone.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Field } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { ZONE_KEY } from '../../../../_components/zone-key.ts';
import { inOrder, UnitName } from '../../_components/unit-name.tsx';
import type { AskedPlan } from './read-plan.ts';

interface PlanFormProps {
  record: DeskRecord;
  asked: AskedPlan;
}

/** What is to happen to which parts, and when. It changes nothing: it leads to the summary. */
export async function PlanForm({ record, asked }: PlanFormProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.plan')]);
  return (
    <form action={localisePath(locale, `${recordPath(record.ref)}/plan`)} className="plan-form" method="get">
      <fieldset>
        <legend>{t('what')}</legend>
        {PLAN_DEEDS.map((deed) => (
          <Checkbox
            defaultChecked={asked.deed === deed}
            id={`deed-${deed}`}
            key={deed}
            kind="radio"
            label={t(`deeds.${deed}`)}
            name="deed"
            value={deed}
          />
        ))}
      </fieldset>
      <fieldset>
        <legend>{t('which')}</legend>
        {inOrder(record.units).map(({ scope }) => (
          <Checkbox
            defaultChecked={asked.scopes.includes(scope)}
            id={`plan-${scope}`}
            key={scope}
            label={<UnitName scope={scope} />}
            name="unit"
            value={scope}
          />
        ))}
      </fieldset>
      <div className="plan-time">
        <Field texts={{ id: 'plan-date', label: t('date') }}>
          <input className="input" defaultValue={asked.date} id="plan-date" name="date" required type="date" />
        </Field>
        <Field texts={{ id: 'plan-time', label: t('time') }}>
          <input className="input" defaultValue={asked.time} id="plan-time" name="time" required type="time" />
        </Field>
        <Select
          choices={PLAN_TIME_ZONES.map((zone) => ({ value: zone, text: t(`zones.${ZONE_KEY[zone]}`) }))}
          defaultValue={asked.zone}
          id="plan-zone"
          label={t('zone')}
          name="zone"
        />
      </div>
      <p className="field-hint">{t('fold')}</p>
      <Button type="submit">{t('summarise')}</Button>
    </form>
  );
}
