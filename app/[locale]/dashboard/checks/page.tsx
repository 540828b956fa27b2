import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { v7 as uuidv7 } from 'uuid';
import { requireStaff } from '#features/accounts/session.ts';
import { confirmFactsAction } from '#features/kinds/actions.ts';
import { DeedForm } from '#features/kinds/components/deed-form.tsx';
import type { PersonActor } from '#features/ledger/model.ts';
import { mayCreate } from '#features/records/policy.ts';
import { RiskLine } from '#features/review/components/risk-line.tsx';
import {
  listRisks,
  type Risk,
  type RiskPage,
  RISKS,
  type RiskyPartnership,
} from '#features/review/queries/list-risks.ts';
import { type Locale, localisePath } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { addressWith, valueOf } from '#ui/address-with.ts';
import { DeskHeader } from '#ui/desk-header.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { DeskCrumbs } from '../_components/desk-crumbs.tsx';
import { DeskPages } from '../_components/desk-pages.tsx';
import { DoneNotice } from '../_components/done-notice.tsx';
import { readListQuery } from '../_components/list-query.ts';

const PATH = '/dashboard/checks';
const PAGE_SIZE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('Desk.today'))('risksTitle') };
}

/** Published facts that want looking at, the most pressing first; "still true" is one press on each. */
export default async function ChecksPage({ searchParams }: PageProps<'/[locale]/dashboard/checks'>) {
  const [actor, query, locale, t] = await Promise.all([
    requireStaff(PATH),
    searchParams,
    getLocale(),
    getTranslations('Desk.today'),
  ]);
  const { page, done } = readListQuery(query);
  const asked = valueOf(query, 'risk');
  const risk = RISKS.find((known) => known === asked);
  const wish = { locale, day: siteDayOf(new Date()), most: PAGE_SIZE, offset: (page - 1) * PAGE_SIZE };
  const { rows, counts, all } = await listRisks(actor, { ...wish, risk });
  const total = risk === undefined ? all : counts[risk];
  return (
    <>
      <DeskHeader
        breadcrumb={<DeskCrumbs steps={[{ key: 'checks', text: t('risksTitle') }]} />}
        title={t('risksTitle')}
      />
      <DoneNotice done={done} />
      <p className="unit-hint">{t('risksHint')}</p>
      <RiskChips all={all} counts={counts} locale={locale} risk={risk} />
      {rows.length === 0 ? (
        <EmptyState title={t('noRisks')} />
      ) : (
        <ul className="work work-rows">
          {rows.map((partnership) => (
            <li key={partnership.id}>
              <div>
                <RiskLine partnership={partnership} />
              </div>
              <Confirm
                actor={actor}
                back={addressOf(locale, { risk, page, done: 'confirm' })}
                partnership={partnership}
              />
            </li>
          ))}
        </ul>
      )}
      <DeskPages
        hrefOf={(to) => addressOf(locale, { risk, page: to })}
        page={page}
        pages={Math.ceil(total / PAGE_SIZE)}
      />
    </>
  );
}

async function Confirm({
  actor,
  back,
  partnership,
}: {
  actor: PersonActor;
  back: string;
  partnership: RiskyPartnership;
}) {
  const t = await getTranslations('Desk.today');
  // An agreement that has ended is not made true again by looking at it.
  if (!mayCreate(actor) || partnership.risk === 'expired') return null;
  const { headRev, id } = partnership;
  return (
    <DeedForm
      action={confirmFactsAction}
      hidden={{
        record: id,
        rev: headRev,
        submitKey: uuidv7(),
        back,
      }}
      icon="check"
      label={t('confirm')}
    />
  );
}

async function RiskChips({
  all,
  counts,
  risk,
  locale,
}: Pick<RiskPage, 'all' | 'counts'> & { risk: Risk | undefined; locale: Locale }) {
  const t = await getTranslations('Desk.today');
  return (
    <nav aria-label={t('risksFilter')} className="chips chips-choice">
      {[undefined, ...RISKS].map((one) => (
        <a
          aria-current={one === risk ? 'page' : undefined}
          className="chip"
          href={addressOf(locale, { risk: one, page: 1 })}
          key={one ?? 'all'}
        >
          <span>{one === undefined ? t('risksAll') : t(`risks.${one}`)}</span>
          <span className="chip-count">{one === undefined ? all : counts[one]}</span>
        </a>
      ))}
    </nav>
  );
}

interface Asked {
  risk: Risk | undefined;
  page: number;
  /** What was just done. */
  done?: string;
}

function addressOf(locale: Locale, { page, ...asked }: Asked): string {
  return addressWith(localisePath(locale, PATH), { ...asked, page: page === 1 ? '' : String(page) });
}
