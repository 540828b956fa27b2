import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { listPartnershipsAbout } from '#features/partnerships/queries/list-partnerships-about.ts';
import { listPlacesBeyond } from '#features/partnerships/queries/list-places-beyond.ts';
import { placePicture } from '#features/pictures/describe-picture.ts';
import { readPictureWords } from '#features/pictures/picture-words.ts';
import { placePageTags, readPlace } from '#features/places/cached.ts';
import { PlaceHeading } from '#features/places/components/place-heading.tsx';
import { languagesOf } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { listPublishedStories } from '#features/stories/queries/list-published-stories.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { JsonLd } from '#ui/json-ld.tsx';
import { plainIsolate } from '#ui/plain-isolate.ts';
import { placeNode } from '../../_components/linked-data.ts';
import { MissingRecord, missingRecordMetadata } from '../../_components/missing-record.tsx';
import { pageMetadata } from '../../_components/page-metadata.ts';
import { PARTNERSHIPS_MAX } from '../../_components/partnership-part.tsx';
import { PublicFrame } from '../../_components/public-frame.tsx';
import { RecordCrumbs } from '../../_components/record-crumbs.tsx';
import { STORIES_MAX } from '../../_components/story-part.tsx';
import { BEYOND_MAX } from './_components/places-beyond.tsx';
import { PlaceSections } from './_components/place-sections.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<'/[locale]/places/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const place = await readPlace(slug, locale);
  if (place === null) return missingRecordMetadata({ kind: 'place', slug });
  const { lead, names, textLocale, title } = place;
  return pageMetadata({
    path: publicPath('place', slug),
    locale,
    title: textLocale === locale ? title : plainIsolate(title),
    description: lead,
    languages: languagesOf(Object.keys(names)),
    pictureAlt: placePicture(place, await readPictureWords(locale)).alt,
  });
}

export default async function PlacePage({ params }: Props) {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const place = await readPlace(slug, locale);
  if (place === null) return <MissingRecord kind="place" slug={slug} />;
  const [some, stories, beyond] = await Promise.all([
    listPartnershipsAbout(locale, { placeId: place.id }, PARTNERSHIPS_MAX),
    listPublishedStories(locale, [place.id], STORIES_MAX),
    listPlacesBeyond(place.id, BEYOND_MAX),
  ]);
  return (
    <PublicFrame path={publicPath('place', slug)}>
      <JsonLd value={placeNode(place, locale)} />
      {await tagPage(
        locale,
        placePageTags(place, { partnerships: some.partnerships, stories, partners: beyond.partnerIds }),
      )}
      <div className="page-width page-main">
        <RecordCrumbs list="places">
          <bdi lang={place.textLocale === locale ? undefined : place.textLocale}>{place.title}</bdi>
        </RecordCrumbs>
        <PlaceHeading place={place} />
        <PlaceSections beyond={beyond} day={siteDayOf(new Date())} place={place} some={some} stories={stories} />
      </div>
    </PublicFrame>
  );
}
