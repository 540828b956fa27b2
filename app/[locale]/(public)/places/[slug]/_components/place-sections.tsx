import { useLocale, useTranslations } from 'next-intl';
import { LocatorMap } from '#features/map/components/locator-map.tsx';
import type { PlacesBeyond as Beyond } from '#features/partnerships/queries/list-places-beyond.ts';
import type { SomePartnerships } from '#features/partnerships/queries/list-partnerships-about.ts';
import { AliasList } from '#features/places/components/alias-list.tsx';
import { PlaceFacts } from '#features/places/components/place-facts.tsx';
import type { PublishedPlace } from '#features/places/queries/find-published-place.ts';
import { placeCitations } from '#features/places/place-citations.ts';
import { PublishedText } from '#features/records/components/published-text.tsx';
import { SourceSection } from '#features/records/components/source-section.tsx';
import { readPublishedText } from '#features/records/published-rich-text.ts';
import type { ListedStory } from '#features/stories/queries/list-published-stories.ts';
import { PartnershipPart } from '../../../_components/partnership-part.tsx';
import { RecordLead } from '../../../_components/record-lead.tsx';
import { PlacesBeyond } from './places-beyond.tsx';
import { StoryPart } from '../../../_components/story-part.tsx';

interface PlaceSectionsProps {
  place: PublishedPlace;
  some: SomePartnerships;
  stories: readonly ListedStory[];
  beyond: Beyond;
  /** The calendar day for which statuses are computed. */
  day: string;
}

/** A place's page below its head: summary, partners, stories, sources, and beside them the short facts. */
export function PlaceSections({ place, some, stories, beyond, day }: PlaceSectionsProps) {
  const t = useTranslations('Places');
  const { lead, names, textLocale } = place;
  const blocks = readPublishedText(place.body);
  return (
    <div className="with-aside">
      <RecordLead hasBody={blocks.length > 0} lead={lead} textLocale={textLocale} titles={names} />
      <aside className="page-aside">
        <PlaceOnMap place={place} />
        <PlaceFacts place={place} />
        <AliasList aliases={place.aliases} />
      </aside>
      <div className="page-parts">
        <PublishedText blocks={blocks} evidence={place} locale={textLocale} />
        <PartnershipPart
          day={day}
          filter={`place=${place.slug}`}
          none={t('noPartnerships')}
          placeId={place.id}
          some={some}
        />
        <PlacesBeyond beyond={beyond} />
        <StoryPart stories={stories} title={t('stories')} />
        <SourceSection citations={placeCitations(place, blocks)} evidence={place} />
      </div>
    </div>
  );
}

function PlaceOnMap({ place: { latitude, longitude, textLocale, title } }: { place: PublishedPlace }) {
  const locale = useLocale();
  if (latitude === null || longitude === null) return null;
  return (
    <LocatorMap
      lang={textLocale === locale ? undefined : textLocale}
      latitude={latitude}
      longitude={longitude}
      name={title}
    />
  );
}
