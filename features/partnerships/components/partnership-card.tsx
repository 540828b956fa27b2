import { useLocale } from 'next-intl';
import { DateText } from '#features/records/components/date-text.tsx';
import { TextBlock } from '#features/records/components/text-block.tsx';
import { publicPath } from '#features/records/public-path.ts';
import { localisePath } from '#i18n/locales.ts';
import { useWord } from '#i18n/use-word.ts';
import { Card } from '#ui/card.tsx';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import { Seal } from '#ui/seal.tsx';
import { distanceBetween, sealOf } from '../bridge.ts';
import type { ListedPartnership } from '../queries/list-published-partnerships.ts';
import { DistanceText } from './distance-text.tsx';
import { ListedStatus } from './listed-status.tsx';
import { PairTitle } from './pair-title.tsx';
import { ThemeChips } from './theme-chips.tsx';

interface PartnershipCardProps {
  partnership: ListedPartnership;
  /** The calendar day for which the status is computed. */
  day: string;
  /** The rank of the title on the page. */
  level?: 2 | 3;
}

const THEMES_MAX = 2;

/** A partnership in a list: seal, kind and status, names, summary, themes, distance. */
export function PartnershipCard({ partnership, day, level = 3 }: PartnershipCardProps) {
  const locale = useLocale();
  const typeWord = useWord('partnershipTypes');
  const { parties, since, slug, textLocale, themes, type, lead } = partnership;
  const km = distanceBetween(parties);
  return (
    <Card
      aside={km === null ? undefined : <DistanceText km={km} />}
      emblem={<Seal shape={sealOf(parties)} size={84} />}
      footer={<ThemeChips most={THEMES_MAX} themes={themes} />}
      href={localisePath(locale, publicPath('partnership', slug))}
      kicker={
        <span className="kicker-line">
          <span>{typeWord(type)}</span>
          {since === null ? null : <DateText date={since.slice(0, 7)} />}
          <ListedStatus day={day} partnership={partnership} />
        </span>
      }
      level={level}
      rule="harbour"
      title={<PairTitle partnership={partnership} />}
    >
      {lead === null ? null : <TextBlock locale={textLocale}>{isolateRuns(lead, textLocale)}</TextBlock>}
    </Card>
  );
}
