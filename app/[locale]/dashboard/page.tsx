import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireStaff } from '#features/accounts/session.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { listPath } from '#features/kinds/lists.ts';
import { mayCreate } from '#features/records/policy.ts';
import { RiskLine } from '#features/review/components/risk-line.tsx';
import { WorkPart } from '#features/review/components/work-part.tsx';
import { listRisks, type RiskPage } from '#features/review/queries/list-risks.ts';
import { listWork, WORK_LISTS } from '#features/review/queries/list-work.ts';
import { localisePath } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { DeskHeader } from '#ui/desk-header.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { Panel } from '#ui/panel.tsx';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('Desk.today'))('title') };
}

/** A card says what is most pressing; the rest is a list of its own. */
const MOST = 5;

export default async function TodayPage() {
  const [actor, locale, t] = await Promise.all([requireStaff(), getLocale(), getTranslations('Desk')]);
  const day = siteDayOf(new Date());
  const [risks, ...work] = await Promise.all([
    mayCreate(actor) ? listRisks(actor, { locale, day, most: MOST }) : null,
    ...WORK_LISTS.map((list) => listWork(actor, { list, locale, most: MOST })),
  ]);
  const waiting = WORK_LISTS.flatMap((list, at) => {
    const items = work[at] ?? [];
    return items.length === 0 ? [] : [{ list, items }];
  });
  const isQuiet = waiting.length === 0 && (risks?.rows.length ?? 0) === 0;
  return (
    <>
      <DeskHeader actions={<CreateButton actor={actor} />} title={t('today.title')} />
      {isQuiet ? (
        <EmptyState
          actions={
            <LinkButton href={localisePath(locale, listPath('partnership'))}>{t('kinds.partnership')}</LinkButton>
          }
          title={t('today.quiet')}
        >
          <p>{t('today.quietText')}</p>
        </EmptyState>
      ) : (
        <div className="today">
          {waiting.map(({ list, items }) => (
            <WorkPart items={items} key={list} list={list} />
          ))}
          {risks === null || risks.rows.length === 0 ? null : <RiskPart risks={risks} />}
        </div>
      )}
    </>
  );
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

async function RiskPart({ risks: { rows, all } }: { risks: RiskPage }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.today')]);
  return (
    <Panel title={t('risksTitle')}>
      <ul className="work">
        {rows.map((partnership) => (
          <li key={partnership.id}>
            <RiskLine partnership={partnership} />
          </li>
        ))}
      </ul>
      <p>
        <a href={localisePath(locale, '/dashboard/checks')}>{t('allRisks', { count: all })}</a>
      </p>
    </Panel>
  );
}
