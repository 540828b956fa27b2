import { useTranslations } from 'next-intl';
import { AgreementList } from '#features/partnerships/components/agreement-list.tsx';
import { DisagreementList } from '#features/partnerships/components/disagreement-list.tsx';
import { FactCard } from '#features/partnerships/components/fact-card.tsx';
import { PartnershipTimeline } from '#features/partnerships/components/partnership-timeline.tsx';
import { ProjectList } from '#features/partnerships/components/project-list.tsx';
import { GoalList } from '#features/partnerships/components/goal-list.tsx';
import { hasView, SideViews } from '#features/partnerships/components/side-views.tsx';
import { ThemeChips } from '#features/partnerships/components/theme-chips.tsx';
import { wordClaimOf } from '#features/partnerships/components/word-claim.tsx';
import type { PublishedPartnership } from '#features/partnerships/queries/find-published-partnership.ts';
import { citationsOf } from '#features/partnerships/sources-of-fact.ts';
import { statusBasisOn } from '#features/partnerships/status-basis.ts';
import { timelineOf } from '#features/partnerships/timeline.ts';
import { PublishedText } from '#features/records/components/published-text.tsx';
import { SourceSection } from '#features/records/components/source-section.tsx';
import { disagreementsIn } from '#features/records/fact-evidence.ts';
import { readPublishedText } from '#features/records/published-rich-text.ts';
import { StoryCard } from '#features/stories/components/story-card.tsx';
import type { ListedStory } from '#features/stories/queries/list-published-stories.ts';
import { PagePart } from '../../../_components/page-part.tsx';
import { RecordLead } from '../../../_components/record-lead.tsx';

interface PartnershipSectionsProps {
  partnership: PublishedPartnership;
  stories: readonly ListedStory[];
  /** The calendar day for which the status is computed. */
  day: string;
}

/** A partnership's page below its head: the text and the lists, and beside them the short facts. */
export function PartnershipSections({ partnership, stories, day }: PartnershipSectionsProps) {
  const t = useTranslations('Partnerships');
  const sources = useTranslations('Sources');
  const { agreements, lead, parties, projects, sdgs, textLocale, themes, titles } = partnership;
  const blocks = readPublishedText(partnership.body);
  const basis = statusBasisOn(day, partnership);
  const timeline = timelineOf(day, partnership);
  const disagreements = disagreementsIn(partnership);
  return (
    <div className="with-aside">
      <RecordLead lead={lead} textLocale={textLocale} titles={titles} />
      <aside className="page-aside">
        <FactCard basis={basis} partnership={partnership} />
      </aside>
      <div className="page-parts">
        <PagePart id="about" isShown={blocks.length > 0} title={t('about')}>
          <PublishedText blocks={blocks} evidence={partnership} locale={textLocale} />
        </PagePart>
        <PagePart id="themes" isShown={themes.length > 0} title={t('themes')}>
          <div className="chips">
            <ThemeChips themes={themes} />
          </div>
        </PagePart>
        <PagePart id="sdgs" isShown={sdgs.length > 0} title={t('sdgs')}>
          <GoalList goals={sdgs} />
        </PagePart>
        <PagePart id="timeline" title={t('timeline')}>
          <PartnershipTimeline items={timeline} partnership={partnership} />
        </PagePart>
        <PagePart id="agreements" isShown={agreements.length > 0} title={t('agreements')}>
          <AgreementList partnership={partnership} />
        </PagePart>
        <PagePart id="projects" isShown={projects.length > 0} title={t('projects')}>
          <ProjectList partnership={partnership} />
        </PagePart>
        <PagePart id="views" isShown={parties.some((party) => hasView(party, partnership))} title={t('views')}>
          <SideViews partnership={partnership} />
        </PagePart>
        <PagePart id="conflicts" isShown={disagreements.length > 0} title={sources('conflicts')}>
          <p className="muted">{sources('conflictsText')}</p>
          <DisagreementList disagreements={disagreements} partnership={partnership} />
        </PagePart>
        <PagePart id="stories" isShown={stories.length > 0} title={t('stories')}>
          <div className="cards">
            {stories.map((story) => (
              <StoryCard key={story.id} story={story} />
            ))}
          </div>
        </PagePart>
        <SourceSection
          citations={citationsOf(partnership, { blocks, basis, timeline })}
          evidence={partnership}
          wordClaim={wordClaimOf(partnership)}
        />
      </div>
    </div>
  );
}
