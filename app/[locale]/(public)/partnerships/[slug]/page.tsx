import type { Metadata } from 'next';
import { getLocale } from 'next-intl/server';
import { partnershipPageTags, readPartnership } from '#features/partnerships/cached.ts';
import { PartnershipHeading } from '#features/partnerships/components/partnership-heading.tsx';
import { listRelatedPartnerships } from '#features/partnerships/queries/list-related-partnerships.ts';
import { partnershipPicture } from '#features/pictures/describe-picture.ts';
import { readPictureWords } from '#features/pictures/picture-words.ts';
import { languagesOf } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { findReleaseHistory } from '#features/records/queries/find-release-history.ts';
import { listPublishedStories } from '#features/stories/queries/list-published-stories.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { JsonLd } from '#ui/json-ld.tsx';
import { plainIsolate } from '#ui/plain-isolate.ts';
import { partnershipNode } from '../../_components/linked-data.ts';
import { MissingRecord, missingRecordMetadata } from '../../_components/missing-record.tsx';
import { pageMetadata } from '../../_components/page-metadata.ts';
import { PublicFrame } from '../../_components/public-frame.tsx';
import { RecordCrumbs } from '../../_components/record-crumbs.tsx';
import { STORIES_MAX } from '../../_components/story-part.tsx';
import { PartnershipSections } from './_components/partnership-sections.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

const RELATED_MAX = 6;

type Props = PageProps<'/[locale]/partnerships/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const partnership = await readPartnership(slug, locale);
  if (partnership === null) return missingRecordMetadata({ kind: 'partnership', slug });
  const { lead, textLocale, title, titles } = partnership;
  return pageMetadata({
    path: publicPath('partnership', slug),
    locale,
    title: textLocale === locale ? title : plainIsolate(title),
    description: lead,
    languages: languagesOf(Object.keys(titles)),
    pictureAlt: partnershipPicture(partnership, await readPictureWords(locale), siteDayOf(new Date())).alt,
  });
}

export default async function PartnershipPage({ params }: Props) {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const partnership = await readPartnership(slug, locale);
  if (partnership === null) return <MissingRecord kind="partnership" slug={slug} />;
  const [stories, related, history] = await Promise.all([
    listPublishedStories(locale, [partnership.id], STORIES_MAX),
    listRelatedPartnerships(locale, partnership.id, RELATED_MAX),
    findReleaseHistory(partnership.id),
  ]);
  return (
    <PublicFrame path={publicPath('partnership', slug)}>
      <JsonLd value={partnershipNode(partnership, locale)} />
      {await tagPage(locale, partnershipPageTags(partnership, { stories, related, most: RELATED_MAX }))}
      <div className="page-width page-main">
        <RecordCrumbs list="partnerships">
          <bdi lang={partnership.textLocale === locale ? undefined : partnership.textLocale}>{partnership.title}</bdi>
        </RecordCrumbs>
        <PartnershipHeading partnership={partnership} />
        <PartnershipSections
          day={siteDayOf(new Date())}
          history={history}
          partnership={partnership}
          related={related}
          stories={stories}
        />
      </div>
    </PublicFrame>
  );
}
