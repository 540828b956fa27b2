import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { PermanentLink } from '#features/records/components/permanent-link.tsx';
import { SourceMarks } from '#features/records/components/source-marks.tsx';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { countryPath } from '#features/records/public-path.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import { localisePath } from '#i18n/locales.ts';
import { useWord } from '#i18n/use-word.ts';
import { FactList } from '#ui/fact-list.tsx';
import { Isolate } from '#ui/isolate.tsx';
import { Panel } from '#ui/panel.tsx';
import { coordinatesText } from '../coordinates-text.ts';
import { identifierLinks } from '../identifier-links.ts';
import { populationSources } from '../place-citations.ts';
import type { PublishedPlace } from '../queries/find-published-place.ts';

type Population = PublishedPlace['populations'][number];

/** The short facts of a place beside its text. */
export function PlaceFacts({ place }: { place: PublishedPlace }) {
  const t = useTranslations('Places');
  const kindWord = useWord('placeKinds');
  const { country, kind, latitude, longitude, populations } = place;
  const facts: [string, string, ReactNode][] = [
    ['kind', t('kind'), kindWord(kind)],
    ['country', t('country'), <CountryLink code={country} />],
  ];
  if (populations.length > 0) facts.push(['population', t('population'), <PopulationList place={place} />]);
  if (latitude !== null && longitude !== null) {
    facts.push(['coordinates', t('coordinates'), <Isolate>{coordinatesText({ latitude, longitude })}</Isolate>]);
  }
  const identifiers = identifierLinks(place);
  if (identifiers.length > 0) facts.push(['identifiers', t('identifiers'), <Identifiers links={identifiers} />]);
  facts.push(['permanent', t('permanent'), <PermanentLink reference={place.ref} />]);
  return (
    <Panel title={t('card')}>
      <FactList facts={facts.map(([key, term, value]) => ({ key, term, value }))} />
    </Panel>
  );
}

/** Every figure with its year, its area and its source; figures that differ stand below each other. */
function PopulationList({ place }: { place: PublishedPlace }) {
  return (
    <ul className="plain-list">
      {place.populations.map((population) => (
        <li key={population.id}>
          <PopulationLine population={population} />
          <SourceMarks
            at={`population-${population.id}`}
            evidence={place}
            sourceIds={populationSources(place, population)}
          />
        </li>
      ))}
    </ul>
  );
}

function PopulationLine({ population: { value, approximate, year, area } }: { population: Population }) {
  const t = useTranslations('Places');
  const locale = useLocale();
  const areaWord = useWord('areaKinds');
  const figure = numberInDigits(value, locale);
  return (
    <span className="dot-list">
      <span className="numeric">{approximate ? t('about', { value: figure }) : figure}</span>
      <span className="small">{year === null ? t('noYear') : <time dateTime={String(year)}>{year}</time>}</span>
      {area === null ? null : <span className="small">{areaWord(area)}</span>}
    </span>
  );
}

function Identifiers({ links }: { links: ReturnType<typeof identifierLinks> }) {
  return (
    <ul className="plain-list">
      {links.map(({ name, code, href }) => (
        <li key={name}>
          <bdi>{name}</bdi>{' '}
          {href === null ? (
            <Isolate>{code}</Isolate>
          ) : (
            <a href={href} rel="external noopener">
              <Isolate>{code}</Isolate>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}

function CountryLink({ code }: { code: string }) {
  const locale = useLocale();
  return <a href={localisePath(locale, countryPath(code))}>{countryName(code, locale) ?? code}</a>;
}
