import { useTranslations } from 'next-intl';
import { PartnerLines } from '#features/partnerships/components/partner-lines.tsx';
import type { ListedPartnership } from '#features/partnerships/queries/list-published-partnerships.ts';
import { AliasList } from '#features/places/components/alias-list.tsx';
import { PlaceFacts } from '#features/places/components/place-facts.tsx';
import type { PublishedPlace } from '#features/places/queries/find-published-place.ts';
import { placeCitations } from '#features/places/place-citations.ts';
import { PublishedText } from '#features/records/components/published-text.tsx';
import { SourceSection } from '#features/records/components/source-section.tsx';
import { readPublishedText } from '#features/records/published-rich-text.ts';
import { StoryCard } from '#features/stories/components/story-card.tsx';
import type { ListedStory } from '#features/stories/queries/list-published-stories.ts';
import { PagePart } from '../../../_components/page-part.tsx';
import { RecordLead } from '../../../_components/record-lead.tsx';

interface PlaceSectionsProps {
  place: PublishedPlace;
  partnerships: readonly ListedPartnership[];
  stories: readonly ListedStory[];
  /** The calendar day for which statuses are computed. */
  day: string;
}

/** A place's page below its head: summary, partners, stories, sources, and beside them the short facts. */
export function PlaceSections({ place, partnerships, stories, day }: PlaceSectionsProps) {
  const t = useTranslations('Places');
  const { lead, names, textLocale } = place;
  const blocks = readPublishedText(place.body);
  return (
    <div className="with-aside">
      <RecordLead lead={lead} textLocale={textLocale} titles={names} />
      <aside className="page-aside">
        <PlaceFacts place={place} />
        <AliasList aliases={place.aliases} />
      </aside>
      <div className="page-parts">
        <PublishedText blocks={blocks} evidence={place} locale={textLocale} />
        <PagePart id="partnerships" title={t('partnerships')}>
          {partnerships.length === 0 ? (
            <p className="muted">{t('noPartnerships')}</p>
          ) : (
            <PartnerLines day={day} partnerships={partnerships} placeId={place.id} />
          )}
        </PagePart>
        <PagePart id="stories" isShown={stories.length > 0} title={t('stories')}>
          <div className="cards">
            {stories.map((story) => (
              <StoryCard key={story.id} story={story} />
            ))}
          </div>
        </PagePart>
        <SourceSection citations={placeCitations(place, blocks)} evidence={place} />
      </div>
    </div>
  );
}
