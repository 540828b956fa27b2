import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '#features/records/components/date-text.tsx';
import { LocalText } from '#features/records/components/local-text.tsx';
import { TextBlock } from '#features/records/components/text-block.tsx';
import { publicPath } from '#features/records/public-path.ts';
import { localisePath } from '#i18n/locales.ts';
import { Card } from '#ui/card.tsx';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import type { ListedStory } from '../queries/list-published-stories.ts';

interface StoryCardProps {
  story: ListedStory;
  /** The rank of the title on the page. */
  level?: 2 | 3;
}

/** A story in a list. */
export function StoryCard({ story: { slug, title, lead, textLocale, publishedOn }, level = 3 }: StoryCardProps) {
  const t = useTranslations();
  const locale = useLocale();
  return (
    <Card
      href={localisePath(locale, publicPath('story', slug))}
      kicker={
        <span className="dot-list">
          <span>{t('Stories.kicker')}</span>
          {textLocale === locale ? null : <span>{t('Common.inLanguage', { language: textLocale })}</span>}
          {publishedOn === null ? null : <DateText date={publishedOn} />}
        </span>
      }
      level={level}
      rule="ink"
      title={<LocalText words={{ text: title, locale: textLocale }} />}
    >
      {lead === null ? null : <TextBlock locale={textLocale}>{isolateRuns(lead, textLocale)}</TextBlock>}
    </Card>
  );
}
