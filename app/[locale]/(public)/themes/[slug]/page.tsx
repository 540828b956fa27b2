import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { GoalList } from '#features/partnerships/components/goal-list.tsx';
import { readTheme, themePageTags } from '#features/themes/cached.ts';
import { listPartnershipsAbout } from '#features/partnerships/queries/list-partnerships-about.ts';
import { PermanentLink } from '#features/records/components/permanent-link.tsx';
import { PublishedText } from '#features/records/components/published-text.tsx';
import { languagesOf } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { readPublishedText } from '#features/records/published-rich-text.ts';
import { listPublishedStories } from '#features/stories/queries/list-published-stories.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { Panel } from '#ui/panel.tsx';
import { plainIsolate } from '#ui/plain-isolate.ts';
import { MissingRecord, missingRecordMetadata } from '../../_components/missing-record.tsx';
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

type Props = PageProps<'/[locale]/themes/[slug]'>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ slug }, locale] = await Promise.all([params, getLocale()]);
  const found = await readTheme(slug, locale);
  if (found === null) return missingRecordMetadata({ kind: 'theme', slug });
  const { lead, textLocale, title, titles } = found;
  return pageMetadata({
    path: publicPath('theme', slug),
    locale,
    title: textLocale === locale ? title : plainIsolate(title),
    description: lead,
    languages: languagesOf(Object.keys(titles)),
  });
}

export default async function ThemePage({ params }: Props) {
  const [{ slug }, locale, t] = await Promise.all([params, getLocale(), getTranslations()]);
  const theme = await readTheme(slug, locale);
  if (theme === null) return <MissingRecord kind="theme" slug={slug} />;
  const [some, stories] = await Promise.all([
    listPartnershipsAbout(locale, { themeId: theme.id }, PARTNERSHIPS_MAX),
    listPublishedStories(locale, [theme.id], STORIES_MAX),
  ]);
  const { body, lead, textLocale, title, titles } = theme;
  const blocks = readPublishedText(body);
  return (
    <PublicFrame path={publicPath('theme', slug)}>
      {await tagPage(locale, themePageTags(theme, { partnerships: some.partnerships, stories }))}
      <div className="page-width page-main">
        <RecordCrumbs list="themes">
          <bdi lang={textLocale === locale ? undefined : textLocale}>{title}</bdi>
        </RecordCrumbs>
        <RecordHeading kicker={t('Themes.kicker')} textLocale={textLocale} title={title} titles={titles} />
        <div className="with-aside">
          <RecordLead hasBody={blocks.length > 0} lead={lead} textLocale={textLocale} titles={titles} />
          <aside className="page-aside">
            <Panel title={t('Themes.card')}>
              <FactList
                facts={[
                  {
                    key: 'permanent',
                    term: t('RecordPages.permanent'),
                    value: <PermanentLink reference={theme.ref} />,
                  },
                ]}
              />
            </Panel>
          </aside>
          <div className="page-parts">
            <PublishedText blocks={blocks} evidence={{ sources: [] }} locale={textLocale} />
            <PartnershipPart
              day={siteDayOf(new Date())}
              filter={`theme=${slug}`}
              none={t('Themes.noPartnerships')}
              some={some}
            />
            <PagePart id="sdgs" isShown={theme.sdgs.length > 0} title={t('Themes.sdgs')}>
              <GoalList goals={theme.sdgs} />
            </PagePart>
            <StoryPart stories={stories} title={t('RecordPages.stories')} />
          </div>
        </div>
      </div>
    </PublicFrame>
  );
}
