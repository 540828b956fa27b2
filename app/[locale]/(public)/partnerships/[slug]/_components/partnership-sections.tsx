import { useTranslations } from 'next-intl';
import { AgreementList } from '#features/partnerships/components/agreement-list.tsx';
import { DisagreementList } from '#features/partnerships/components/disagreement-list.tsx';
import { FactCard } from '#features/partnerships/components/fact-card.tsx';
import { PartnershipTimeline } from '#features/partnerships/components/partnership-timeline.tsx';
import { ProjectList } from '#features/partnerships/components/project-list.tsx';
import { GoalList } from '#features/partnerships/components/goal-list.tsx';
import { RelatedList } from '#features/partnerships/components/related-list.tsx';
import { hasView, SideViews } from '#features/partnerships/components/side-views.tsx';
import { ThemeChips } from '#features/partnerships/components/theme-chips.tsx';
import { wordClaimOf } from '#features/partnerships/components/word-claim.tsx';
import type { PublishedPartnership } from '#features/partnerships/queries/find-published-partnership.ts';
import type { RelatedPartnership } from '#features/partnerships/queries/list-related-partnerships.ts';
import { citationsOf } from '#features/partnerships/sources-of-fact.ts';
import { statusBasisOn } from '#features/partnerships/status-basis.ts';
import { timelineOf } from '#features/partnerships/timeline.ts';
import { isUnchecked } from '#features/partnerships/unchecked.ts';
import { PublishedText } from '#features/records/components/published-text.tsx';
import { SourceSection } from '#features/records/components/source-section.tsx';
import { disagreementsIn } from '#features/records/fact-evidence.ts';
import type { ReleaseHistory } from '#features/records/queries/find-release-history.ts';
import { readPublishedText } from '#features/records/published-rich-text.ts';
import type { ListedStory } from '#features/stories/queries/list-published-stories.ts';
import { Notice } from '#ui/notice.tsx';
import { CitePart } from '../../../_components/cite-part.tsx';
import { PagePart } from '../../../_components/page-part.tsx';
import { RecordLead } from '../../../_components/record-lead.tsx';
import { StoryPart } from '../../../_components/story-part.tsx';

interface PartnershipSectionsProps {
  partnership: PublishedPartnership;
  stories: readonly ListedStory[];
  related: readonly RelatedPartnership[];
  history: ReleaseHistory;
  /** The calendar day for which the status is computed. */
  day: string;
}

/** A partnership's page below its head: the text and the lists, and beside them the short facts. */
export function PartnershipSections(props: PartnershipSectionsProps) {
  const { partnership, stories, day } = props;
  const t = useTranslations('Partnerships');
  const sources = useTranslations('Sources');
  const { agreements, lead, parties, projects, sdgs, textLocale, themes, titles } = partnership;
  const blocks = readPublishedText(partnership.body);
  const basis = statusBasisOn(day, partnership);
  const timeline = timelineOf(day, partnership);
  const disagreements = disagreementsIn(partnership);
  return (
    <div className="with-aside">
      <UncheckedNotice isShown={isUnchecked(partnership, basis.status)} />
      <RecordLead hasBody={blocks.length > 0} lead={lead} textLocale={textLocale} titles={titles} />
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
        <StoryPart stories={stories} title={t('stories')} />
        <SourceSection
          citations={citationsOf(partnership, { blocks, basis, timeline })}
          evidence={partnership}
          wordClaim={wordClaimOf(partnership)}
        />
        <PagePart id="related" isShown={props.related.length > 0} title={t('related')}>
          <RelatedList partnership={partnership} related={props.related} />
        </PagePart>
        <CitePart history={props.history} record={partnership} />
      </div>
    </div>
  );
}

/** Said before anything else where nobody has looked at what an import brought. */
function UncheckedNotice({ isShown }: { isShown: boolean }) {
  const t = useTranslations('Partnerships');
  if (!isShown) return null;
  return (
    <Notice kind="warn" title={t('unchecked')}>
      <p>{t('uncheckedText')}</p>
    </Notice>
  );
}
