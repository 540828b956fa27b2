import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { programmeListTags } from '#features/programmes/cached.ts';
import { listPublishedProgrammes } from '#features/programmes/queries/list-published-programmes.ts';
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

const PATH = '/programmes';

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Programmes')]);
  return pageMetadata({ path: PATH, locale, title: t('title'), description: t('description') });
}

/** Programmes are few; should they ever be more, the page says that it shows some. */
const MOST = 300;

export default async function ProgrammesPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Programmes')]);
  const { programmes, total } = await listPublishedProgrammes(locale, { most: MOST });
  return (
    <ListPage
      count={t('count', { count: total, n: numberInDigits(total, locale) })}
      empty={{ isShown: total === 0, title: t('empty'), text: t('emptyText') }}
      lead={t('description')}
      path={PATH}
      tags={await tagPage(locale, programmeListTags())}
      title={t('title')}
    >
      <SomeOf shown={programmes.length} total={total} />
      <IndexList
        entries={programmes.map(({ id, slug, title, textLocale, partnerships }) => ({
          key: id,
          path: publicPath('programme', slug),
          words: { text: title, locale: textLocale },
          partnerships,
        }))}
      />
    </ListPage>
  );
}
