import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { cancelPlanAction, retryPlanAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import { recordPath } from '#features/kinds/lists.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { mayUnpublish } from '#features/records/policy.ts';
import type { ListedPlan } from '#features/records/queries/list-plans.ts';
import { DIRECTION, localisePath } from '#i18n/locales.ts';
import { clockText } from '#i18n/moment-text.ts';
import { PROBLEM_CODES } from '#platform/problem.ts';
import { StatusTag } from '#ui/status-tag.tsx';
import { UnitName } from '../records/[ref]/_components/unit-name.tsx';
import { ZONE_KEY } from './zone-key.ts';

interface PlanLinesProps {
  actor: PersonActor;
  plans: readonly ListedPlan[];
  /** Where the deeds lead back to, without language prefix. */
  backTo: `/dashboard/${string}`;
  /** Beside their record plans have their day, and not the name of the record. */
  isOfOneRecord?: boolean;
}

/** Plans as lines: what happens when, why it did not, and what can be done about it. */
export async function PlanLines({ plans, ...rest }: PlanLinesProps) {
  return (
    <ul className="work">
      {plans.map((plan) => (
        <li key={`${plan.recordId} ${plan.scope} ${plan.deed}`}>
          <PlanLine plan={plan} {...rest} />
        </li>
      ))}
    </ul>
  );
}

async function PlanLine({
  actor,
  plan,
  backTo,
  isOfOneRecord = false,
}: Omit<PlanLinesProps, 'plans'> & { plan: ListedPlan }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  const { at, zone, deed, scope, ref, title, titleLocale, isFailed } = plan;
  const time = clockText(locale, at, { style: isOfOneRecord ? 'moment' : 'time', timeZone: zone });
  return (
    <>
      {isOfOneRecord ? null : (
        <p>
          <a href={localisePath(locale, recordPath(ref))}>
            {title === null ? (
              t('untitled')
            ) : (
              <bdi dir={DIRECTION[titleLocale]} lang={titleLocale}>
                {title}
              </bdi>
            )}
          </a>{' '}
          · <bdi dir="ltr">{ref}</bdi>
        </p>
      )}
      <p>
        {t.rich(`planned.line.${deed}`, { unit: () => <UnitName scope={scope} /> })}
        {' · '}
        {t('planned.at', { time, zone: t(`plan.zones.${ZONE_KEY[zone]}`) })}{' '}
        {isFailed ? <StatusTag tone="warn">{t('planned.failed')}</StatusTag> : null}
      </p>
      {isFailed ? <FailedReason reason={plan.reason} /> : null}
      {mayUnpublish(actor) ? <PlanDeeds backTo={backTo} plan={plan} /> : null}
    </>
  );
}

async function FailedReason({ reason }: { reason: string | null }) {
  const [t, errors] = await Promise.all([getTranslations('Desk.planned'), getTranslations('Errors')]);
  const code = PROBLEM_CODES.find((known) => known === reason);
  return <p className="work-note">{t('reason', { reason: code === undefined ? t('repeatedly') : errors(code) })}</p>;
}

async function PlanDeeds({ plan, backTo }: { plan: ListedPlan; backTo: string }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.planned')]);
  const { recordId, ref, scope, deed, isFailed } = plan;
  const hidden = (done: string) => ({
    record: recordId,
    scope,
    deed,
    submitKey: uuidv7(),
    back: localisePath(locale, `${backTo}?done=${done}`),
  });
  return (
    <div className="button-row">
      {isFailed ? (
        <DeedForm action={retryPlanAction} hidden={hidden('retryPlan')} label={t('retry')} words="left" />
      ) : null}
      <a
        className="button button-quiet"
        href={localisePath(locale, `${recordPath(ref)}/plan?deed=${deed}&unit=${scope}`)}
      >
        {t('change')}
      </a>
      <DeedForm action={cancelPlanAction} hidden={hidden('cancelPlan')} label={t('cancel')} look="quiet" words="left" />
    </div>
  );
}
