import { useLocale } from 'next-intl';
import { DateText } from '#features/records/components/date-text.tsx';
import { publicPath } from '#features/records/public-path.ts';
import { localisePath } from '#i18n/locales.ts';
import { useWord } from '#i18n/use-word.ts';
import { Seal } from '#ui/seal.tsx';
import { distanceBetween, sealOf } from '../bridge.ts';
import type { ListedPartnership } from '../queries/list-published-partnerships.ts';
import { DistanceText } from './distance-text.tsx';
import { ListedStatus } from './listed-status.tsx';
import { PairTitle } from './pair-title.tsx';
import { SideName } from './side-name.tsx';

interface PartnerLinesProps {
  /** The place whose partners are listed: its own name is left out. */
  placeId?: string | undefined;
  partnerships: readonly ListedPartnership[];
  day: string;
}

/** Partnerships, or the partners of a place, each with a line as long as the way, compared with the farthest. */
export function PartnerLines({ placeId, partnerships, day }: PartnerLinesProps) {
  const lengths = partnerships.map(({ parties }) => distanceBetween(parties) ?? 0);
  const longest = Math.max(1, ...lengths);
  return (
    <ul className="partner-lines">
      {partnerships.map((partnership) => (
        <PartnerLine day={day} key={partnership.id} longest={longest} partnership={partnership} placeId={placeId} />
      ))}
    </ul>
  );
}

interface PartnerLineProps {
  partnership: ListedPartnership;
  placeId: string | undefined;
  longest: number;
  day: string;
}

function PartnerLine({ partnership, placeId, longest, day }: PartnerLineProps) {
  const locale = useLocale();
  const typeWord = useWord('partnershipTypes');
  const { parties, since, slug, type } = partnership;
  const km = distanceBetween(parties);
  return (
    <li className="partner-line">
      <Seal shape={sealOf(parties)} size={56} />
      <div>
        <p className="partner-name">
          <a href={localisePath(locale, publicPath('partnership', slug))}>
            {placeId === undefined ? (
              <PairTitle partnership={partnership} />
            ) : (
              <PartnerNames partners={parties.filter((party) => party.placeId !== placeId)} />
            )}
          </a>
          <ListedStatus day={day} partnership={partnership} />
        </p>
        <p className="small dot-list">
          <span>{typeWord(type)}</span>
          {since === null ? null : <DateText date={since} />}
        </p>
        {km === null ? null : (
          <p className="partner-way">
            <svg aria-hidden="true" className="partner-line-drawn" focusable="false" width={wayWidth(km / longest)} />
            <DistanceText km={km} />
          </p>
        )}
      </div>
    </li>
  );
}

function PartnerNames({ partners }: { partners: ListedPartnership['parties'] }) {
  return (
    <span className="comma-list">
      {partners.map((party) => (
        <span key={party.id}>
          <SideName side={party} />
        </span>
      ))}
    </span>
  );
}

/** The length of the line as a part of the longest, which leaves room for its words. */
function wayWidth(part: number): string {
  return `${String(Math.round(part * 75))}%`;
}
