import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PairTitle } from '#features/partnerships/components/pair-title.tsx';
import type { ListedPartnership } from '#features/partnerships/queries/list-published-partnerships.ts';
import { DateText } from '#features/records/components/date-text.tsx';
import { LocalText } from '#features/records/components/local-text.tsx';
import { compareDays } from '#features/records/partial-date.ts';
import { publicPath } from '#features/records/public-path.ts';
import type { ListedStory } from '#features/stories/queries/list-published-stories.ts';
import { localisePath } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { SectionHeading } from '#ui/section-heading.tsx';

interface HomeUpdatesProps {
  partnerships: readonly ListedPartnership[];
  stories: readonly ListedStory[];
}

interface Update {
  id: string;
  /** An instant in UTC. */
  at: string;
  path: string;
  title: ReactNode;
}

const UPDATES_MAX = 5;

/** What was published last. */
export function HomeUpdates({ partnerships, stories }: HomeUpdatesProps) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <section aria-labelledby="updates">
      <SectionHeading id="updates">{t('Home.updates')}</SectionHeading>
      <ul className="updates">
        {updatesOf({ partnerships, stories }).map(({ id, at, path, title }) => (
          <li key={id}>
            <a href={localisePath(locale, path)}>{title}</a>
            <span className="small">
              {t.rich('Time.published', { date: () => <DateText date={siteDayOf(new Date(at))} /> })}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function updatesOf({ partnerships, stories }: HomeUpdatesProps): Update[] {
  const updates = [
    ...partnerships.map((partnership): Update => {
      const { id, publishedAt, slug } = partnership;
      return {
        id,
        at: publishedAt,
        path: publicPath('partnership', slug),
        title: <PairTitle partnership={partnership} />,
      };
    }),
    ...stories.map(({ id, publishedAt, slug, title, textLocale }): Update => {
      const words = { text: title, locale: textLocale };
      return { id, at: publishedAt, path: publicPath('story', slug), title: <LocalText words={words} /> };
    }),
  ];
  return updates.toSorted((a, b) => compareDays(b.at, a.at)).slice(0, UPDATES_MAX);
}
