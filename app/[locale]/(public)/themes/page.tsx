import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { publicPath } from '#features/records/public-path.ts';
import { themeListTags } from '#features/themes/cached.ts';
import { listPublishedThemes } from '#features/themes/queries/list-published-themes.ts';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { IndexList } from '../_components/index-list.tsx';
import { ListPage } from '../_components/list-page.tsx';
import { pageMetadata } from '../_components/page-metadata.ts';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

const PATH = '/themes';

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Themes')]);
  return pageMetadata({ path: PATH, locale, title: t('title'), description: t('description') });
}

export default async function ThemesPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Themes')]);
  const themes = await listPublishedThemes(locale);
  const total = themes.length;
  return (
    <ListPage
      count={t('count', { count: total, n: numberInDigits(total, locale) })}
      empty={{ isShown: total === 0, title: t('empty'), text: t('emptyText') }}
      lead={t('description')}
      path={PATH}
      tags={await tagPage(locale, themeListTags())}
      title={t('title')}
    >
      <IndexList
        entries={themes.map(({ id, slug, title, textLocale, partnerships }) => ({
          key: id,
          path: publicPath('theme', slug),
          words: { text: title, locale: textLocale },
          partnerships,
        }))}
      />
    </ListPage>
  );
}
