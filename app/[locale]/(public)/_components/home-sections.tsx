import { useLocale, useTranslations } from 'next-intl';
import { PartnershipCard } from '#features/partnerships/components/partnership-card.tsx';
import type { PublishedCounts } from '#features/partnerships/queries/count-published.ts';
import type { ListedPartnership } from '#features/partnerships/queries/list-published-partnerships.ts';
import { LocalText } from '#features/records/components/local-text.tsx';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { StoryCard } from '#features/stories/components/story-card.tsx';
import type { ListedStory } from '#features/stories/queries/list-published-stories.ts';
import type { ListedTheme } from '#features/themes/queries/list-published-themes.ts';
import { localisePath } from '#i18n/locales.ts';
import { Chip } from '#ui/chip.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FigureRow } from '#ui/figure-row.tsx';
import { SectionHeading } from '#ui/section-heading.tsx';
import { HomeUpdates } from './home-updates.tsx';

interface HomeSectionsProps {
  partnerships: readonly ListedPartnership[];
  stories: readonly ListedStory[];
  themes: readonly ListedTheme[];
  counts: PublishedCounts;
  /** The calendar day for which statuses are computed. */
  day: string;
}

/** The front page below its band. */
export function HomeSections({ partnerships, stories, themes, counts, day }: HomeSectionsProps) {
  const t = useTranslations('Home');
  const locale = useLocale();
  if (partnerships.length === 0 && stories.length === 0) {
    return (
      <div className="page-width page-main">
        <EmptyState title={t('empty')}>
          <p>{t('emptyText')}</p>
        </EmptyState>
      </div>
    );
  }
  const [story] = stories;
  return (
    <div className="page-width page-main page-parts">
      <section aria-labelledby="partnerships">
        <SectionHeading
          id="partnerships"
          more={{ href: localisePath(locale, '/partnerships'), text: t('allPartnerships') }}
        >
          {t('partnerships')}
        </SectionHeading>
        <div className="cards">
          {partnerships.map((partnership) => (
            <PartnershipCard day={day} key={partnership.id} partnership={partnership} />
          ))}
        </div>
      </section>
      <HomeFigures counts={counts} />
      <div className="page-halves">
        <HomeThemes themes={themes} />
        {story === undefined ? null : (
          <section aria-labelledby="story">
            <SectionHeading id="story" more={{ href: localisePath(locale, '/stories'), text: t('allStories') }}>
              {t('story')}
            </SectionHeading>
            <StoryCard story={story} />
          </section>
        )}
      </div>
      <HomeUpdates partnerships={partnerships} stories={stories} />
    </div>
  );
}

function HomeFigures({ counts }: Pick<HomeSectionsProps, 'counts'>) {
  const t = useTranslations('Home');
  const locale = useLocale();
  const figure = (key: string, count: number, label: string) => ({ key, label, value: numberInDigits(count, locale) });
  const { partnerships, places, countries, themes } = counts;
  return (
    <section aria-label={t('figures')}>
      <FigureRow
        figures={[
          figure('partnerships', partnerships, t('figurePartnerships', { count: partnerships })),
          figure('places', places, t('figurePlaces', { count: places })),
          figure('countries', countries, t('figureCountries', { count: countries })),
          figure('themes', themes, t('figureThemes', { count: themes })),
        ]}
      />
    </section>
  );
}

/** The fields in which most partnerships work come first. */
function HomeThemes({ themes }: Pick<HomeSectionsProps, 'themes'>) {
  const t = useTranslations('Home');
  const locale = useLocale();
  const used = themes.filter(({ partnerships }) => partnerships > 0);
  return (
    <section aria-labelledby="themes">
      <SectionHeading id="themes">{t('themes')}</SectionHeading>
      <ul className="chips">
        {used
          .toSorted((a, b) => b.partnerships - a.partnerships)
          .map(({ id, title, textLocale, partnerships }) => (
            <li key={id}>
              <Chip count={numberInDigits(partnerships, locale)}>
                <LocalText words={{ text: title, locale: textLocale }} />
              </Chip>
            </li>
          ))}
      </ul>
    </section>
  );
}
