import { getLocale, getTranslations } from 'next-intl/server';
import type { PersonActor } from '#features/ledger/model.ts';
import type { ListedPlan } from '#features/records/queries/list-plans.ts';
import { localisePath } from '#i18n/locales.ts';
import { Notice } from '#ui/notice.tsx';
import { Panel } from '#ui/panel.tsx';
import { PlanLines } from './plan-lines.tsx';

interface PlannedPartProps {
  actor: PersonActor;
  plans: readonly ListedPlan[];
  most: number;
}

/** On the first page: what failed, what comes next, and the way to all plans. */
export async function PlannedPart({ actor, plans, most }: PlannedPartProps) {
  const [locale, t, today] = await Promise.all([
    getLocale(),
    getTranslations('Desk.planned'),
    getTranslations('Desk.today'),
  ]);
  const failed = plans.filter(({ isFailed }) => isFailed);
  return (
    <Panel title={t('title')}>
      {plans.length === 0 ? <p className="muted">{today('empty.planned')}</p> : null}
      {failed.length === 0 ? null : <Notice kind="warn">{t('todayFailed', { count: failed.length })}</Notice>}
      <PlanLines
        actor={actor}
        backTo="/dashboard/planned"
        plans={[...failed, ...plans.filter((plan) => !plan.isFailed)].slice(0, most)}
      />
      <p className="work-end">
        <a href={localisePath(locale, '/dashboard/planned')}>{t('all')}</a>
      </p>
    </Panel>
  );
}
