import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { notFound } from 'next/navigation';
import '#features/kinds/all.ts';
import { requireStaff } from '#features/accounts/session.ts';
import { recordPath } from '#features/kinds/lists.ts';
import { mayUnpublish } from '#features/records/policy.ts';
import { findDeskRecord } from '#features/records/queries/find-desk-record.ts';
import { Notice } from '#ui/notice.tsx';
import { isRef } from '../_components/open-record.ts';
import { RecordHeader } from '../_components/record-header.tsx';
import { PlanForm } from './_components/plan-form.tsx';
import { PlanSummary } from './_components/plan-summary.tsx';
import { readPlan } from './_components/read-plan.ts';

type Props = PageProps<'/[locale]/dashboard/records/[ref]/plan'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ ref }, t] = await Promise.all([params, getTranslations('Desk.plan')]);
  return { title: `${ref} · ${t('title')}` };
}

/** Plans a release or a withdrawal: first what and when, then what that means, then the deed. */
export default async function PlanPage({ params, searchParams }: Props) {
  const [{ ref }, query, locale, t] = await Promise.all([params, searchParams, getLocale(), getTranslations('Desk')]);
  const actor = await requireStaff(`${recordPath(ref)}/plan`);
  const record = isRef(ref) ? await findDeskRecord(actor, ref) : null;
  if (record === null || record.isTrashed) notFound();
  const asked = readPlan(query);
  return (
    <>
      <RecordHeader person={actor.id} current={asked.scopes[0] ?? locale} record={record} view="plan" />
      <h2>{t('plan.title')}</h2>
      {mayUnpublish(actor) ? (
        <div className="desk-plan">
          <PlanForm asked={asked} record={record} />
          {asked.date === '' ? null : <PlanSummary asked={asked} record={record} />}
        </div>
      ) : (
        <Notice kind="note">{t('forbidden')}</Notice>
      )}
    </>
  );
}
