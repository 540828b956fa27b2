import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { listCountries } from '#features/partnerships/list-countries.ts';
import { countryPath } from '#features/records/public-path.ts';
import { listTag } from '#features/records/tags.ts';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { IndexList } from '../_components/index-list.tsx';
import { ListPage } from '../_components/list-page.tsx';
import { pageMetadata } from '../_components/page-metadata.ts';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

const PATH = '/countries';

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Countries')]);
  return pageMetadata({ path: PATH, locale, title: t('title'), description: t('description') });
}

export default async function CountriesPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Countries')]);
  const placeWords = await getTranslations('Places');
  const countries = await listCountries(locale);
  const total = countries.length;
  return (
    <ListPage
      count={t('count', { count: total, n: numberInDigits(total, locale) })}
      empty={{ isShown: total === 0, title: t('empty'), text: t('emptyText') }}
      lead={t('description')}
      path={PATH}
      tags={await tagPage(locale, [listTag('organisation'), listTag('partnership'), listTag('place')])}
      title={t('title')}
    >
      <IndexList
        entries={countries.map(({ code, name, places, partnerships }) => ({
          key: code,
          path: countryPath(code),
          words: { text: name, locale },
          partnerships,
          more: placeWords('count', { count: places, n: numberInDigits(places, locale) }),
        }))}
      />
    </ListPage>
  );
}
