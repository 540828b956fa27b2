import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { scheduleReleaseAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { recordPath } from '#features/kinds/lists.ts';
import type { DeskRecord, DeskUnit } from '#features/records/queries/find-desk-record.ts';
import { localisePath } from '#i18n/locales.ts';
import { clockText } from '#i18n/moment-text.ts';
import { type ClockTime, SITE_TIME_ZONE } from '#i18n/time-zone.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { ZONE_KEY } from '../../../../_components/zone-key.ts';
import { inOrder, UnitName } from '../../_components/unit-name.tsx';
import type { AskedPlan } from './read-plan.ts';

interface PlanSummaryProps {
  record: DeskRecord;
  asked: AskedPlan;
}

/** What will happen to each part, and when, before anything is planned; or why it cannot be planned so. */
export async function PlanSummary({ record, asked }: PlanSummaryProps) {
  const [t, errors] = await Promise.all([getTranslations('Desk.plan'), getTranslations('Errors.fields')]);
  const { clock, scopes, deed } = asked;
  const chosen = record.units.filter(({ scope }) => scopes.includes(scope));
  const isVain =
    deed === 'withdraw' && chosen.every((unit) => unit.publishedRev === null && unit.scheduledFor === null);
  if (clock === null) return <Problem>{errors('dateImpossible')}</Problem>;
  if (clock.kind === 'skipped') return <Problem>{errors('timeSkipped')}</Problem>;
  if (chosen.length === 0) return <Problem>{t('nothingChosen')}</Problem>;
  if (isVain) return <Problem>{t('nothingToWithdraw')}</Problem>;
  return (
    <Panel title={t('summary')}>
      <When asked={asked} at={clock.kind === 'once' ? clock.at : clock.first} />
      <ul className="work">
        {inOrder(record.units).map((unit) => (
          <li key={unit.scope}>
            <UnitName scope={unit.scope} />
            {': '}
            {t(`outcome.${chosen.includes(unit) ? deed : 'stays'}`, { rev: unit.headRev })}
          </li>
        ))}
      </ul>
      <ConfirmForm asked={asked} chosen={chosen} clock={clock} record={record} />
    </Panel>
  );
}

function Problem({ children }: { children: string }) {
  return (
    <Notice kind="error" role="alert">
      <p>{children}</p>
    </Notice>
  );
}

async function When({ asked: { zone }, at }: { asked: AskedPlan; at: Date }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.plan')]);
  const shown = (timeZone: string) => clockText(locale, at, { style: 'appointment', timeZone });
  return (
    <>
      <p className="plan-when">{t('when', { when: shown(zone), zone: t(`zones.${ZONE_KEY[zone]}`) })}</p>
      {zone === SITE_TIME_ZONE ? null : (
        <p className="field-hint">
          {t('siteTime', { when: shown(SITE_TIME_ZONE), zone: t(`zones.${ZONE_KEY[SITE_TIME_ZONE]}`) })}
        </p>
      )}
    </>
  );
}

interface ConfirmFormProps extends PlanSummaryProps {
  chosen: readonly DeskUnit[];
  clock: ClockTime;
}

async function ConfirmForm({ record, asked, chosen, clock }: ConfirmFormProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.plan')]);
  const { deed, date, time, zone } = asked;
  const back = localisePath(locale, `${recordPath(record.ref)}?done=schedule`);
  return (
    <DeedForm
      action={scheduleReleaseAction}
      hidden={{ record: record.id, deed, date, time, zone, submitKey: uuidv7(), back }}
      icon="check"
      label={t('confirm')}
      look="primary"
    >
      {chosen.map(({ scope, headRev }) => (
        <input key={scope} name="unit" type="hidden" value={`${scope}@${String(headRev)}`} />
      ))}
      {clock.kind === 'twice' ? <Occurrences clock={clock} zone={zone} /> : null}
    </DeedForm>
  );
}

/** In the night on which the clocks are put back, an hour comes twice. */
async function Occurrences({ clock, zone }: { clock: Extract<ClockTime, { kind: 'twice' }>; zone: string }) {
  const t = await getTranslations('Desk.plan');
  return (
    <fieldset>
      <legend>{t('which_occurrence')}</legend>
      {(['first', 'second'] as const).map((which) => (
        <Checkbox
          id={`occurrence-${which}`}
          key={which}
          kind="radio"
          label={t(`occurrence.${which}`, { offset: offsetOf(clock[which], zone) })}
          name="occurrence"
          required
          value={which}
        />
      ))}
    </fieldset>
  );
}

/** `GMT+02:00`: how far the clock is ahead then. */
function offsetOf(at: Date, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
