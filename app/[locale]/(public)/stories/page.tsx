import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { storyListTags } from '#features/stories/cached.ts';
import { StoryCard } from '#features/stories/components/story-card.tsx';
import { listPublishedStories } from '#features/stories/queries/list-published-stories.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { ListHead } from '../_components/list-head.tsx';
import { pageMetadata } from '../_components/page-metadata.ts';
import { PublicFrame } from '../_components/public-frame.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

const PATH = '/stories';

export async function generateMetadata(): Promise<Metadata> {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Stories')]);
  return pageMetadata({ path: PATH, locale, title: t('title'), description: t('description') });
}

export default async function StoriesPage() {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Stories')]);
  const stories = await listPublishedStories(locale);
  const count = stories.length;
  return (
    <PublicFrame path={PATH}>
      {await tagPage(locale, storyListTags())}
      <div className="page-width page-main">
        <ListHead count={t('count', { count, n: numberInDigits(count, locale) })} title={t('title')} />
        {count === 0 ? (
          <EmptyState title={t('empty')}>
            <p>{t('emptyText')}</p>
          </EmptyState>
        ) : (
          <div className="cards">
            {stories.map((story) => (
              <StoryCard key={story.id} level={2} story={story} />
            ))}
          </div>
        )}
      </div>
    </PublicFrame>
  );
}
