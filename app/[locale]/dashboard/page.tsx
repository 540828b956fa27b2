import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import type { ReactNode } from 'react';
import { requireStaff } from '#features/accounts/session.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { mayCreate } from '#features/records/policy.ts';
import {
  ExpiringGrantsPart,
  FailedJobsPart,
  FailedSignInsPart,
} from '#features/review/components/administration-parts.tsx';
import { RISK_CARDS, RiskPart } from '#features/review/components/risk-part.tsx';
import { ContinuePart, ReviewCounts } from '#features/review/components/today-parts.tsx';
import { WorkPart } from '#features/review/components/work-part.tsx';
import { findToday, type Today, TODAY_MOST } from '#features/review/queries/find-today.ts';
import { localisePath } from '#i18n/locales.ts';
import { DeskHeader } from '#ui/desk-header.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { DeskCrumbs } from './_components/desk-crumbs.tsx';
import { DoneNotice } from './_components/done-notice.tsx';
import { readListQuery } from './_components/list-query.ts';
import { PlannedPart } from './_components/planned-part.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('Desk.today'))('title') };
}

export default async function TodayPage({ searchParams }: PageProps<'/[locale]/dashboard'>) {
  const [actor, query, locale, t] = await Promise.all([
    requireStaff(),
    searchParams,
    getLocale(),
    getTranslations('Desk'),
  ]);
  const today = await findToday(actor, { locale, now: new Date() });
  // What is empty says only what would stand there, so it comes last.
  const cards = cardsOf(actor, today).toSorted((one, other) => Number(one.isEmpty) - Number(other.isEmpty));
  return (
    <>
      <DeskHeader
        actions={<CreateButton actor={actor} />}
        breadcrumb={<DeskCrumbs steps={[]} />}
        title={t('today.title')}
      />
      <DoneNotice done={readListQuery(query).done} />
      {today.last === null ? null : <ContinuePart last={today.last} />}
      <div className="today">
        {cards.map(({ key, shown }) => (
          <div key={key}>{shown}</div>
        ))}
      </div>
    </>
  );
}

interface Card {
  key: string;
  isEmpty: boolean;
  shown: ReactNode;
}

/** The cards of somebody, in the order of their urgency. */
function cardsOf(actor: PersonActor, { work, review, risks, planned, ...rest }: Today): Card[] {
  const waiting = work.map(({ list, items }) => ({
    key: list,
    isEmpty: items.length === 0,
    shown: (
      <WorkPart head={list === 'review' ? <ReviewCounts counts={review} /> : undefined} items={items} list={list} />
    ),
  }));
  const risky = Object.entries(RISK_CARDS).map(([name, own]) => ({
    key: name,
    isEmpty: !own.some((risk) => (risks?.counts[risk] ?? 0) > 0),
    shown: risks === null ? null : <RiskPart most={TODAY_MOST} name={nameOf(name)} risks={risks} />,
  }));
  return [
    ...administration(rest),
    ...waiting,
    {
      key: 'planned',
      isEmpty: planned.length === 0,
      shown: <PlannedPart actor={actor} most={TODAY_MOST} plans={planned} />,
    },
    ...(risks === null ? [] : risky),
  ];
}

function administration({
  failedJobs,
  failedSignIns,
  expiringGrants,
}: Pick<Today, 'failedJobs' | 'failedSignIns' | 'expiringGrants'>): Card[] {
  const card = (key: string, rows: readonly unknown[] | null, shown: ReactNode): Card[] =>
    rows === null ? [] : [{ key, isEmpty: rows.length === 0, shown }];
  return [
    ...card('jobs', failedJobs, <FailedJobsPart jobs={failedJobs ?? []} />),
    ...card('signIns', failedSignIns, <FailedSignInsPart signIns={failedSignIns ?? []} />),
    ...card('grants', expiringGrants, <ExpiringGrantsPart grants={expiringGrants ?? []} />),
  ];
}

function nameOf(name: string): keyof typeof RISK_CARDS {
  return name === 'ending' ? 'ending' : 'aging';
}

async function CreateButton({ actor }: { actor: PersonActor }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk')]);
  if (!mayCreate(actor)) return null;
  return (
    <LinkButton href={localisePath(locale, '/dashboard/new?kind=partnership')} icon="edit" look="primary">
      {t('create.partnership')}
    </LinkButton>
  );
}
