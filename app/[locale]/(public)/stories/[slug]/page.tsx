import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { listPublishedPartnerships } from '#features/partnerships/queries/list-published-partnerships.ts';
import { storyPicture } from '#features/pictures/describe-picture.ts';
import { readPictureWords } from '#features/pictures/picture-words.ts';
import { languagesOf } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { readStory, storyPageTags } from '#features/stories/cached.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { JsonLd } from '#ui/json-ld.tsx';
import { plainIsolate } from '#ui/plain-isolate.ts';
import { storyNode } from '../../_components/linked-data.ts';
import { MissingRecord, missingRecordMetadata } from '../../_components/missing-record.tsx';
import { pageMetadata } from '../../_components/page-metadata.ts';
import { PublicFrame } from '../../_components/public-frame.tsx';
import { RecordCrumbs } from '../../_components/record-crumbs.tsx';
import { StoryArticle } from './_components/story-article.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<'/[locale]/stories/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const story = await readStory(slug, locale);
  if (story === null) return missingRecordMetadata({ kind: 'story', slug });
  const { lead, textLocale, title, titles } = story;
  return pageMetadata({
    path: publicPath('story', slug),
    locale,
    title: textLocale === locale ? title : plainIsolate(title),
    description: lead,
    languages: languagesOf(Object.keys(titles)),
    pictureAlt: storyPicture(story, await readPictureWords(locale)).alt,
  });
}

export default async function StoryPage({ params }: Props) {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const story = await readStory(slug, locale);
  if (story === null) return <MissingRecord kind="story" slug={slug} />;
  const ids = story.links.filter(({ kind }) => kind === 'partnership').map(({ id }) => id);
  const partnerships = await listPublishedPartnerships(locale, { ids });
  return (
    <PublicFrame path={publicPath('story', slug)}>
      <JsonLd value={storyNode(story, locale)} />
      {await tagPage(locale, storyPageTags(story, partnerships))}
      <div className="page-width page-main">
        <RecordCrumbs list="stories">
          <bdi lang={story.textLocale === locale ? undefined : story.textLocale}>{story.title}</bdi>
        </RecordCrumbs>
        <StoryArticle day={siteDayOf(new Date())} partnerships={partnerships} story={story} />
      </div>
    </PublicFrame>
  );
}
