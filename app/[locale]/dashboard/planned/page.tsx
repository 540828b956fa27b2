import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireStaff } from '#features/accounts/session.ts';
import { listPlans } from '#features/records/queries/list-plans.ts';
import { dayText } from '#i18n/moment-text.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { DeskHeader } from '#ui/desk-header.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Panel } from '#ui/panel.tsx';
import { DeskCrumbs } from '../_components/desk-crumbs.tsx';
import { DoneNotice } from '../_components/done-notice.tsx';
import { readListQuery } from '../_components/list-query.ts';
import { PlanLines } from '../_components/plan-lines.tsx';

const PATH = '/dashboard/planned';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('Desk.planned'))('title') };
}

/** All that is planned, by day; what failed at its time stands at its day until somebody decides. */
export default async function PlannedPage({ searchParams }: PageProps<'/[locale]/dashboard/planned'>) {
  const [actor, query, locale, t] = await Promise.all([
    requireStaff(PATH),
    searchParams,
    getLocale(),
    getTranslations('Desk.planned'),
  ]);
  const plans = await listPlans(actor, { locale });
  const days = [...new Set(plans.map(({ at }) => siteDayOf(at)))];
  return (
    <>
      <DeskHeader breadcrumb={<DeskCrumbs steps={[{ key: 'planned', text: t('title') }]} />} title={t('title')} />
      <DoneNotice done={readListQuery(query).done} />
      <p className="field-hint">{t('hint')}</p>
      {plans.length === 0 ? (
        <EmptyState title={t('empty')}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      ) : (
        <div className="today">
          {days.map((day) => {
            const ofDay = plans.filter(({ at }) => siteDayOf(at) === day);
            return (
              <Panel key={day} title={dayText(locale, day, 'weekday')}>
                <PlanLines actor={actor} backTo={PATH} plans={ofDay} />
              </Panel>
            );
          })}
        </div>
      )}
    </>
  );
}
