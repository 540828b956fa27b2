import { StoryCard } from '#features/stories/components/story-card.tsx';
import type { ListedStory } from '#features/stories/queries/list-published-stories.ts';
import { PagePart } from './page-part.tsx';

/** How many stories a page of something else names. */
export const STORIES_MAX = 6;

/** The stories that speak of what a page is about; nothing where there is none. */
export function StoryPart({ stories, title }: { stories: readonly ListedStory[]; title: string }) {
  return (
    <PagePart id="stories" isShown={stories.length > 0} title={title}>
      <div className="cards">
        {stories.map((story) => (
          <StoryCard key={story.id} story={story} />
        ))}
      </div>
    </PagePart>
  );
}
