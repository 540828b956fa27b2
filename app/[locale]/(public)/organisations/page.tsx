import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { organisationListTags } from '#features/organisations/cached.ts';
import { OrganisationKind } from '#features/organisations/components/organisation-kind.tsx';
import { listPublishedOrganisations } from '#features/organisations/queries/list-published-organisations.ts';
import { publicPath } from '#features/records/public-path.ts';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { IndexList } from '../_components/index-list.tsx';
import { ListPage } from '../_components/list-page.tsx';
import { pageMetadata } from '../_components/page-metadata.ts';
import { SomeOf } from '../_components/some-of.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

const PATH = '/organisations';

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Organisations')]);
  return pageMetadata({ path: PATH, locale, title: t('title'), description: t('description') });
}

/** More than these are found by the search; the page says that it shows some. */
const MOST = 300;

export default async function OrganisationsPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Organisations')]);
  const { organisations, total } = await listPublishedOrganisations(locale, { most: MOST });
  return (
    <ListPage
      count={t('count', { count: total, n: numberInDigits(total, locale) })}
      empty={{ isShown: total === 0, title: t('empty'), text: t('emptyText') }}
      lead={t('description')}
      path={PATH}
      tags={await tagPage(locale, organisationListTags())}
      title={t('title')}
    >
      <SomeOf shown={organisations.length} total={total} />
      <IndexList
        entries={organisations.map(({ id, slug, kind, title, textLocale, partnerships }) => ({
          key: id,
          path: publicPath('organisation', slug),
          words: { text: title, locale: textLocale },
          partnerships,
          more: <OrganisationKind kind={kind} />,
        }))}
      />
    </ListPage>
  );
}
