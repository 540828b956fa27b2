import { useLocale } from 'next-intl';
import { countryName } from '#features/vocabulary/countries.ts';
import { nearestText } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { DIRECTION, type Locale, localisePath } from '#i18n/locales.ts';
import { isolateRuns } from '#ui/isolate-runs.tsx';
import { PairHeading, type PairSide } from '#ui/pair-heading.tsx';
import { Seal } from '#ui/seal.tsx';
import { distanceBetween, sealOf } from '../bridge.ts';
import { ownGloss } from '../own-gloss.ts';
import type { PublishedParty, PublishedPartnership } from '../queries/find-published-partnership.ts';
import { DistanceText } from './distance-text.tsx';

/** The head of a partnership's page: two names with the seal between them, or the title of a network with its seal. */
export function PartnershipHeading({ partnership }: { partnership: PublishedPartnership }) {
  const locale = useLocale();
  const { parties, textLocale, title } = partnership;
  const [first, second, ...more] = parties.map((party) => sideOf(party, locale));
  const shape = sealOf(parties);
  if (first && second && more.length === 0) {
    const km = distanceBetween(parties);
    const distance = km === null ? undefined : <DistanceText km={km} />;
    return <PairHeading distance={distance} first={first} second={second} shape={shape} title={title} />;
  }
  const isForeign = textLocale !== locale;
  return (
    <div className="network-heading">
      <Seal shape={shape} size={132} />
      <h1 dir={isForeign ? DIRECTION[textLocale] : undefined} lang={isForeign ? textLocale : undefined}>
        {isolateRuns(title, textLocale)}
      </h1>
    </div>
  );
}

function sideOf(party: PublishedParty, locale: Locale): PairSide | null {
  const name = nearestText(party.names, locale);
  if (name === null) return null;
  return {
    name: name.text,
    lang: name.locale === locale ? undefined : name.locale,
    href: sideAddress(party, locale),
    gloss: ownGloss(party.names, { country: party.country, reader: locale }),
    country: party.country === null ? undefined : (countryName(party.country, locale) ?? undefined),
  };
}

function sideAddress({ organisationSlug, placeId, placeSlug }: PublishedParty, locale: Locale): string | undefined {
  if (placeId !== null && placeSlug !== null) return localisePath(locale, publicPath('place', placeSlug));
  return organisationSlug === null ? undefined : localisePath(locale, publicPath('organisation', organisationSlug));
}
