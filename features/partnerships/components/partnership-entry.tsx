import { useLocale, useTranslations } from 'next-intl';
import { DateText } from '#features/records/components/date-text.tsx';
import { TextBlock } from '#features/records/components/text-block.tsx';
import { publicPath } from '#features/records/public-path.ts';
import { localisePath } from '#i18n/locales.ts';
import { useWord } from '#i18n/use-word.ts';
import { Entry } from '#ui/entry.tsx';
import { FactList } from '#ui/fact-list.tsx';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import { Seal } from '#ui/seal.tsx';
import { distanceBetween, sealOf } from '../bridge.ts';
import type { ListedPartnership } from '../queries/list-published-partnerships.ts';
import { statusBasisOn } from '../status-basis.ts';
import { DistanceText } from './distance-text.tsx';
import { ListedStatus } from './listed-status.tsx';
import { PairTitle } from './pair-title.tsx';
import { StatusBasisText } from './status-basis-text.tsx';
import { ThemeChips } from './theme-chips.tsx';

interface PartnershipEntryProps {
  partnership: ListedPartnership;
  /** The calendar day for which the status is computed. */
  day: string;
}

const THEMES_MAX = 4;

/** A partnership in the list of all. */
export function PartnershipEntry({ partnership, day }: PartnershipEntryProps) {
  const locale = useLocale();
  const typeWord = useWord('partnershipTypes');
  const { lead, parties, slug, textLocale, themes, type } = partnership;
  return (
    <Entry
      aside={<EntryFacts day={day} partnership={partnership} />}
      emblem={<Seal shape={sealOf(parties)} size={96} />}
      footer={<ThemeChips most={THEMES_MAX} themes={themes} />}
      href={localisePath(locale, publicPath('partnership', slug))}
      kicker={typeWord(type)}
      title={<PairTitle partnership={partnership} />}
    >
      {lead === null ? null : <TextBlock locale={textLocale}>{isolateRuns(lead, textLocale)}</TextBlock>}
    </Entry>
  );
}

function EntryFacts({ partnership, day }: PartnershipEntryProps) {
  const t = useTranslations('Partnerships');
  const { parties, since } = partnership;
  const basis = statusBasisOn(day, partnership);
  const km = distanceBetween(parties);
  const status = (
    <>
      <ListedStatus day={day} partnership={partnership} />
      <span className="fact-basis">
        <StatusBasisText basis={basis} />
      </span>
    </>
  );
  const facts = [{ key: 'status', term: t('status'), value: status }];
  if (since !== null) facts.push({ key: 'since', term: t('since'), value: <DateText date={since} /> });
  if (km !== null) facts.push({ key: 'distance', term: t('distance'), value: <DistanceText km={km} /> });
  return <FactList facts={facts} />;
}
