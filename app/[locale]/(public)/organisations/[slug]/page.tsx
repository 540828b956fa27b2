import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { OrganisationFacts } from '#features/organisations/components/organisation-facts.tsx';
import { OrganisationKind } from '#features/organisations/components/organisation-kind.tsx';
import { organisationPageTags, readOrganisation } from '#features/organisations/cached.ts';
import { listPublishedProgrammes } from '#features/programmes/queries/list-published-programmes.ts';
import { listPartnershipsAbout } from '#features/partnerships/queries/list-partnerships-about.ts';
import { PublishedText } from '#features/records/components/published-text.tsx';
import { SourceSection } from '#features/records/components/source-section.tsx';
import { textCitations } from '#features/records/citations.ts';
import { languagesOf } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { readPublishedText } from '#features/records/published-rich-text.ts';
import { listPublishedStories } from '#features/stories/queries/list-published-stories.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { plainIsolate } from '#ui/plain-isolate.ts';
import { MissingRecord, missingRecordMetadata } from '../../_components/missing-record.tsx';
import { IndexList } from '../../_components/index-list.tsx';
import { PagePart } from '../../_components/page-part.tsx';
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

type Props = PageProps<'/[locale]/organisations/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const found = await readOrganisation(slug, locale);
  if (found === null) return missingRecordMetadata({ kind: 'organisation', slug });
  const { lead, textLocale, title, titles } = found;
  return pageMetadata({
    path: publicPath('organisation', slug),
    locale,
    title: textLocale === locale ? title : plainIsolate(title),
    description: lead,
    languages: languagesOf(Object.keys(titles)),
  });
}

export default async function OrganisationPage({ params }: Props) {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations()]);
  const organisation = await readOrganisation(slug, locale);
  if (organisation === null) return <MissingRecord kind="organisation" slug={slug} />;
  const [some, stories, carried] = await Promise.all([
    listPartnershipsAbout(locale, { organisationId: organisation.id }, PARTNERSHIPS_MAX),
    listPublishedStories(locale, [organisation.id], STORIES_MAX),
    listPublishedProgrammes(locale, { most: STORIES_MAX, organisationId: organisation.id }),
  ]);
  const { body, lead, textLocale, title, titles } = organisation;
  const blocks = readPublishedText(body);
  return (
    <PublicFrame path={publicPath('organisation', slug)}>
      {await tagPage(locale, organisationPageTags(organisation, { partnerships: some.partnerships, stories }))}
      <div className="page-width page-main">
        <RecordCrumbs list="organisations">
          <bdi lang={textLocale === locale ? undefined : textLocale}>{title}</bdi>
        </RecordCrumbs>
        <RecordHeading
          kicker={<OrganisationKind kind={organisation.kind} />}
          textLocale={textLocale}
          title={title}
          titles={titles}
        />
        <div className="with-aside">
          <RecordLead hasBody={blocks.length > 0} lead={lead} textLocale={textLocale} titles={titles} />
          <aside className="page-aside">
            <OrganisationFacts organisation={organisation} />
          </aside>
          <div className="page-parts">
            <PublishedText blocks={blocks} evidence={organisation} locale={textLocale} />
            <PartnershipPart
              day={siteDayOf(new Date())}
              filter={`organisation=${slug}`}
              none={t('Organisations.noPartnerships')}
              some={some}
            />
            <PagePart id="programmes" isShown={carried.total > 0} title={t('Organisations.programmes')}>
              <IndexList
                entries={carried.programmes.map((one) => ({
                  key: one.id,
                  path: publicPath('programme', one.slug),
                  words: { text: one.title, locale: one.textLocale },
                  partnerships: one.partnerships,
                }))}
              />
            </PagePart>
            <StoryPart stories={stories} title={t('RecordPages.stories')} />
            <SourceSection citations={textCitations(blocks)} evidence={organisation} />
          </div>
        </div>
      </div>
    </PublicFrame>
  );
}
