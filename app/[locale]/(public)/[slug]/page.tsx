import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { readPage } from '#features/pages/cached.ts';
import { languagesOf } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { recordTag } from '#features/records/tags.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { plainIsolate } from '#ui/plain-isolate.ts';
import { MissingRecord, missingRecordMetadata } from '../_components/missing-record.tsx';
import { pageMetadata } from '../_components/page-metadata.ts';
import { PublicFrame } from '../_components/public-frame.tsx';
import { PageArticle } from './_components/page-article.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<'/[locale]/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const page = await readPage(slug, locale);
  if (page === null) return missingRecordMetadata({ kind: 'page', slug });
  const { lead, textLocale, title, titles } = page;
  return pageMetadata({
    path: publicPath('page', slug),
    locale,
    title: textLocale === locale ? title : plainIsolate(title),
    description: lead,
    languages: languagesOf(Object.keys(titles)),
  });
}

export default async function RegisterPage({ params }: Props) {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const page = await readPage(slug, locale);
  if (page === null) return <MissingRecord kind="page" slug={slug} />;
  return (
    <PublicFrame path={publicPath('page', slug)}>
      {await tagPage(locale, [recordTag(page.id)])}
      <div className="page-width page-main">
        <PageArticle page={page} />
      </div>
    </PublicFrame>
  );
}
