import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { ProgrammeFacts } from '#features/programmes/components/programme-facts.tsx';
import { programmeCitations } from '#features/programmes/programme-citations.ts';
import { programmePageTags, readProgramme } from '#features/programmes/cached.ts';
import { listPartnershipsAbout } from '#features/partnerships/queries/list-partnerships-about.ts';
import { PublishedText } from '#features/records/components/published-text.tsx';
import { SourceSection } from '#features/records/components/source-section.tsx';
import { languagesOf } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { readPublishedText } from '#features/records/published-rich-text.ts';
import { listPublishedStories } from '#features/stories/queries/list-published-stories.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { plainIsolate } from '#ui/plain-isolate.ts';
import { MissingRecord, missingRecordMetadata } from '../../_components/missing-record.tsx';
import { pageMetadata } from '../../_components/page-metadata.ts';
import { PARTNERSHIPS_MAX, PartnershipPart } from '../../_components/partnership-part.tsx';
import { PublicFrame } from '../../_components/public-frame.tsx';
import { RecordCrumbs } from '../../_components/record-crumbs.tsx';
import { RecordHeading } from '../../_components/record-heading.tsx';
import { RecordLead } from '../../_components/record-lead.tsx';
import { STORIES_MAX, StoryPart } from '../../_components/story-part.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<'/[locale]/programmes/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const found = await readProgramme(slug, locale);
  if (found === null) return missingRecordMetadata({ kind: 'programme', slug });
  const { lead, textLocale, title, titles } = found;
  return pageMetadata({
    path: publicPath('programme', slug),
    locale,
    title: textLocale === locale ? title : plainIsolate(title),
    description: lead,
    languages: languagesOf(Object.keys(titles)),
  });
}

export default async function ProgrammePage({ params }: Props) {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations()]);
  const programme = await readProgramme(slug, locale);
  if (programme === null) return <MissingRecord kind="programme" slug={slug} />;
  const [some, stories] = await Promise.all([
    listPartnershipsAbout(locale, { programmeId: programme.id }, PARTNERSHIPS_MAX),
    listPublishedStories(locale, [programme.id], STORIES_MAX),
  ]);
  const { body, lead, textLocale, title, titles } = programme;
  const blocks = readPublishedText(body);
  return (
    <PublicFrame path={publicPath('programme', slug)}>
      {await tagPage(locale, programmePageTags(programme, { partnerships: some.partnerships, stories }))}
      <div className="page-width page-main">
        <RecordCrumbs list="programmes">
          <bdi lang={textLocale === locale ? undefined : textLocale}>{title}</bdi>
        </RecordCrumbs>
        <RecordHeading kicker={t('Desk.kind.programme')} textLocale={textLocale} title={title} titles={titles} />
        <div className="with-aside">
          <RecordLead hasBody={blocks.length > 0} lead={lead} textLocale={textLocale} titles={titles} />
          <aside className="page-aside">
            <ProgrammeFacts programme={programme} />
          </aside>
          <div className="page-parts">
            <PublishedText blocks={blocks} evidence={programme} locale={textLocale} />
            <PartnershipPart
              day={siteDayOf(new Date())}
              filter={`programme=${slug}`}
              none={t('Programmes.noPartnerships')}
              some={some}
            />
            <StoryPart stories={stories} title={t('RecordPages.stories')} />
            <SourceSection citations={programmeCitations(programme, blocks)} evidence={programme} />
          </div>
        </div>
      </div>
    </PublicFrame>
  );
}
