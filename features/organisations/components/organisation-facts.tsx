import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LocalText } from '#features/records/components/local-text.tsx';
import { PermanentLink } from '#features/records/components/permanent-link.tsx';
import { WebLink } from '#features/records/components/web-link.tsx';
import { nearestText } from '#i18n/nearest-text.ts';
import { countryPath, publicPath } from '#features/records/public-path.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import { localisePath } from '#i18n/locales.ts';
import { FactList } from '#ui/fact-list.tsx';
import { Isolate } from '#ui/isolate.tsx';
import { Panel } from '#ui/panel.tsx';
import type { PublishedOrganisation } from '../queries/find-published-organisation.ts';
import { OrganisationKind } from './organisation-kind.tsx';

/** The short facts of an organisation beside its text. */
export function OrganisationFacts({ organisation }: { organisation: PublishedOrganisation }) {
  const t = useTranslations();
  const locale = useLocale();
  const { aliases, country, kind, placeSlug, ref, textLocale, website, wikidata } = organisation;
  const facts: [string, string, ReactNode][] = [['kind', t('Organisations.kind'), <OrganisationKind kind={kind} />]];
  const place = nearestText(organisation.placeNames, locale);
  if (placeSlug !== null && place !== null) {
    const href = localisePath(locale, publicPath('place', placeSlug));
    facts.push(['place', t('Organisations.place'), <a href={href}>{<LocalText words={place} />}</a>]);
  }
  if (country !== null) {
    const href = localisePath(locale, countryPath(country));
    facts.push(['country', t('RecordPages.country'), <a href={href}>{countryName(country, locale) ?? country}</a>]);
  }
  if (aliases.length > 0)
    facts.push(['aliases', t('Organisations.otherNames'), <Aliases aliases={aliases} locale={textLocale} />]);
  if (website !== null) facts.push(['website', t('RecordPages.website'), <WebLink url={website} />]);
  if (wikidata !== null) facts.push(['wikidata', t('Places.identifiers'), <Wikidata code={wikidata} />]);
  facts.push(['permanent', t('RecordPages.permanent'), <PermanentLink reference={ref} />]);
  return (
    <Panel title={t('Organisations.card')}>
      <FactList facts={facts.map(([key, term, value]) => ({ key, term, value }))} />
    </Panel>
  );
}

function Aliases({ aliases, locale }: { aliases: readonly string[]; locale: PublishedOrganisation['textLocale'] }) {
  return (
    <ul className="plain-list">
      {aliases.map((text) => (
        <li key={text}>
          <LocalText words={{ text, locale }} />
        </li>
      ))}
    </ul>
  );
}

/** A proper name in every language. */
const REGISTER = 'Wikidata';

function Wikidata({ code }: { code: string }) {
  return (
    <>
      <bdi>{REGISTER}</bdi>{' '}
      <a href={`https://www.wikidata.org/wiki/${code}`} rel="external noopener">
        <Isolate>{code}</Isolate>
      </a>
    </>
  );
}
