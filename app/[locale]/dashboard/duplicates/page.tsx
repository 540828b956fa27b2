import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { requireStaff } from '#features/accounts/session.ts';
import { mayMerge } from '#features/records/policy.ts';
import { listDuplicates } from '#features/records/queries/list-duplicates.ts';
import { localisePath } from '#i18n/locales.ts';
import { DeskHeader } from '#ui/desk-header.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { LinkButton } from '#ui/link-button.tsx';
import { DeskCrumbs } from '../_components/desk-crumbs.tsx';
import { DoneNotice } from '../_components/done-notice.tsx';
import { readListQuery } from '../_components/list-query.ts';
import { RecordName } from '../_components/record-name.tsx';
import { MergePanel } from './_components/merge-panel.tsx';

type Props = PageProps<'/[locale]/dashboard/duplicates'>;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('Desk.duplicates');
  return { title: t('title') };
}

/** Places that are probably recorded twice, and putting one record in the place of another. */
export default async function DuplicatesPage({ searchParams }: Props) {
  const [query, locale, t] = await Promise.all([searchParams, getLocale(), getTranslations('Desk.duplicates')]);
  const [one, other] = [refIn(query['one']), refIn(query['other'])];
  const actor = await requireStaff('/dashboard/duplicates');
  const pairs = one === null ? await listDuplicates(actor, locale) : [];
  return (
    <>
      <DeskHeader breadcrumb={<DeskCrumbs steps={[{ key: 'duplicates', text: t('title') }]} />} title={t('title')} />
      <DoneNotice done={readListQuery(query).done} />
      {one === null ? <p className="unit-hint">{t('hint')}</p> : <MergePanel actor={actor} one={one} other={other} />}
      {one === null && pairs.length === 0 ? <EmptyState title={t('empty')} /> : null}
      <ul className="work work-rows">
        {pairs.map((pair) => (
          <li key={`${pair.one.id} ${pair.other.id}`}>
            <span>
              <RecordName record={pair.one} /> · <RecordName record={pair.other} />{' '}
              <span className="muted">
                {t(`reasons.${pair.reason}`)}
                {pair.kilometres === null ? '' : ' · '}
                {pair.kilometres === null ? '' : t('distance', { km: String(Math.round(pair.kilometres)) })}
              </span>
            </span>
            {mayMerge(actor) ? (
              <LinkButton
                href={localisePath(locale, `/dashboard/duplicates?one=${pair.one.ref}&other=${pair.other.ref}`)}
              >
                {t('compare')}
              </LinkButton>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  );
}

/** A short name, by itself or behind a title as a field names a record; untrusted. */
function refIn(asked: string | string[] | undefined): string | null {
  return typeof asked === 'string'
    ? (/(?:^|[\s(])([A-Za-z]-\d{1,9})\)?\s*$/u.exec(asked)?.[1]?.toUpperCase() ?? null)
    : null;
}
