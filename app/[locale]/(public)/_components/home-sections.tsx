import { useLocale, useTranslations } from 'next-intl';
import { RouteMap } from '#features/map/components/route-map.tsx';
import { useLineWords } from '#features/map/components/use-line-words.ts';
import { linesOfPartnership } from '#features/map/partnership-lines.ts';
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
import { addressWith } from '#ui/address-with.ts';
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
      <div className="page-halves">
        <HomeMap partnerships={partnerships} />
        <HomeUpdates partnerships={partnerships} stories={stories} />
      </div>
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

/** The same partnerships on the map. */
function HomeMap({ partnerships }: Pick<HomeSectionsProps, 'partnerships'>) {
  const t = useTranslations('Home');
  const locale = useLocale();
  const words = useLineWords();
  const routes = partnerships.flatMap((partnership, rank) => linesOfPartnership(partnership, rank, words));
  if (routes.length === 0) return null;
  return (
    <section aria-labelledby="on-map">
      <SectionHeading id="on-map" more={{ href: localisePath(locale, '/map'), text: t('wholeMap') }}>
        {t('onMap')}
      </SectionHeading>
      <RouteMap label={t('mapLabel')} routes={routes} />
    </section>
  );
}

/** More would be a list of its own. */
const THEMES_MAX = 12;

/** The fields in which most partnerships work come first. */
function HomeThemes({ themes }: Pick<HomeSectionsProps, 'themes'>) {
  const t = useTranslations('Home');
  const locale = useLocale();
  const used = themes.filter(({ partnerships }) => partnerships > 0);
  if (used.length === 0) return null;
  return (
    <section aria-labelledby="themes">
      <SectionHeading id="themes">{t('themes')}</SectionHeading>
      <ul className="chips">
        {used
          .toSorted((a, b) => b.partnerships - a.partnerships)
          .slice(0, THEMES_MAX)
          .map(({ id, slug, title, textLocale, partnerships }) => (
            <li key={id}>
              <Chip
                count={numberInDigits(partnerships, locale)}
                href={localisePath(locale, addressWith('/partnerships', { theme: slug }))}
              >
                <LocalText words={{ text: title, locale: textLocale }} />
              </Chip>
            </li>
          ))}
      </ul>
    </section>
  );
}
