import { useLocale, useTranslations } from 'next-intl';
import { LocalText } from '#features/records/components/local-text.tsx';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { publicPath } from '#features/records/public-path.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import { localisePath } from '#i18n/locales.ts';
import type { ListedName } from '../queries/find-place-page.ts';

/** Places under their first letters. */
export function PlaceList({ places }: { places: readonly ListedName[] }) {
  return (
    <div className="letters">
      {byLetter(places).map(({ letter, places: group }) => (
        <section className="letter" key={letter}>
          <h2>
            <bdi>{letter}</bdi>
          </h2>
          <ul>
            {group.map((place) => (
              <PlaceLine key={place.id} place={place} />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function PlaceLine({ place: { slug, title, textLocale, country, partnerships } }: { place: ListedName }) {
  const t = useTranslations('Partnerships');
  const locale = useLocale();
  return (
    <li>
      <a href={localisePath(locale, publicPath('place', slug))}>
        <LocalText words={{ text: title, locale: textLocale }} />
      </a>
      <span className="small dot-list">
        <span>{countryName(country, locale) ?? country}</span>
        <span>{t('count', { count: partnerships, n: numberInDigits(partnerships, locale) })}</span>
      </span>
    </li>
  );
}

/** The places come in the order of the reader's alphabet, so equal letters stand together. */
function byLetter(places: readonly ListedName[]): { letter: string; places: ListedName[] }[] {
  const groups: { letter: string; places: ListedName[] }[] = [];
  for (const place of places) {
    const { letter } = place;
    const last = groups.at(-1);
    if (last?.letter === letter) last.places.push(place);
    else groups.push({ letter, places: [place] });
  }
  return groups;
}
