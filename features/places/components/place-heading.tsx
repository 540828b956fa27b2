import { useLocale } from 'next-intl';
import { countryName } from '#features/vocabulary/countries.ts';
import { DIRECTION } from '#i18n/locales.ts';
import { Isolate } from '#ui/isolate.tsx';
import { networkSeal } from '#ui/seal-geometry.ts';
import { Seal } from '#ui/seal.tsx';
import { otherNamesOf } from '../other-names.ts';
import type { PublishedPlace } from '../queries/find-published-place.ts';

/** The head of a place's page: its name with what it is called in the other languages, and its one square. */
export function PlaceHeading({ place }: { place: PublishedPlace }) {
  const locale = useLocale();
  const { country, names, textLocale, title } = place;
  const isForeign = textLocale !== locale;
  return (
    <div className="place-heading">
      <div>
        <p className="pair-country">{countryName(country, locale) ?? country}</p>
        <h1
          className="display"
          dir={isForeign ? DIRECTION[textLocale] : undefined}
          lang={isForeign ? textLocale : undefined}
        >
          {title}
        </h1>
        <p className="pair-gloss dot-list">
          {otherNamesOf(names, { locale: textLocale, title }).map(({ text, locales }) => (
            <span key={text}>
              <Isolate lang={locales[0]}>{text}</Isolate>
            </span>
          ))}
        </p>
      </div>
      <Seal shape={networkSeal(1)} size={120} />
    </div>
  );
}
