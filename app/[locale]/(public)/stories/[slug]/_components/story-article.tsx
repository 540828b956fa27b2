import { useLocale, useTranslations } from 'next-intl';
import { PartnershipCard } from '#features/partnerships/components/partnership-card.tsx';
import type { ListedPartnership } from '#features/partnerships/queries/list-published-partnerships.ts';
import { DateText } from '#features/records/components/date-text.tsx';
import { PublishedText } from '#features/records/components/published-text.tsx';
import { SourceSection } from '#features/records/components/source-section.tsx';
import { textCitations } from '#features/records/citations.ts';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { readPublishedText } from '#features/records/published-rich-text.ts';
import { RelatedRecords } from '#features/stories/components/related-records.tsx';
import type { PublishedStory } from '#features/stories/queries/find-published-story.ts';
import { readingMinutes } from '#features/stories/reading-minutes.ts';
import { DIRECTION } from '#i18n/locales.ts';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import { PagePart } from '../../../_components/page-part.tsx';
import { RecordLead } from '../../../_components/record-lead.tsx';

interface StoryArticleProps {
  story: PublishedStory;
  partnerships: readonly ListedPartnership[];
  /** The calendar day for which statuses are computed. */
  day: string;
}

/** A story with the records that it speaks of and its sources. */
export function StoryArticle({ story, partnerships, day }: StoryArticleProps) {
  const navigation = useTranslations('Navigation');
  const { lead, links, sources, textLocale, titles } = story;
  const blocks = readPublishedText(story.body);
  const evidence = { sources, claims: [] };
  return (
    <article>
      <StoryHead minutes={readingMinutes(blocks)} story={story} />
      <div className="with-aside">
        <RecordLead hasBody lead={lead} textLocale={textLocale} titles={titles} />
        <div className="page-parts">
          <PublishedText blocks={blocks} evidence={evidence} locale={textLocale} />
          <PagePart id="partnerships" isShown={partnerships.length > 0} title={navigation('partnerships')}>
            <div className="cards">
              {partnerships.map((partnership) => (
                <PartnershipCard day={day} key={partnership.id} partnership={partnership} />
              ))}
            </div>
          </PagePart>
          <SourceSection citations={textCitations(blocks)} evidence={evidence} />
        </div>
        <aside className="page-aside">
          <RelatedRecords links={links} />
        </aside>
      </div>
    </article>
  );
}

function StoryHead({ story, minutes }: { story: PublishedStory; minutes: number }) {
  const t = useTranslations('Stories');
  const locale = useLocale();
  const { publishedOn, textLocale, title } = story;
  const isForeign = textLocale !== locale;
  return (
    <header className="story-head">
      <p className="kicker">{t('kicker')}</p>
      <h1 dir={isForeign ? DIRECTION[textLocale] : undefined} lang={isForeign ? textLocale : undefined}>
        {isolateRuns(title, textLocale)}
      </h1>
      <p className="small dot-list">
        {publishedOn === null ? null : <DateText date={publishedOn} />}
        <span>{t('readingTime', { count: minutes, n: numberInDigits(minutes, locale) })}</span>
      </p>
    </header>
  );
}
