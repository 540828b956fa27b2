import type { Metadata } from 'next';
import { getLocale, getTranslations } from 'next-intl/server';
import { cache } from 'react';
import { listPublishedOrganisations } from '#features/organisations/queries/list-published-organisations.ts';
import { listPartnerCountries } from '#features/partnerships/queries/list-partner-countries.ts';
import { listPartnershipsAbout } from '#features/partnerships/queries/list-partnerships-about.ts';
import { listPlacesOfCountry } from '#features/places/queries/list-places-of-country.ts';
import { countryAt, countryPath } from '#features/records/public-path.ts';
import { listCountriesWithPage } from '#features/records/queries/list-countries-with-page.ts';
import { countryTag, recordTags } from '#features/records/tags.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { tagPage } from '#platform/page-tags.tsx';
import { Missing } from '../../_components/missing.tsx';
import { NotFoundView } from '../../_components/not-found-view.tsx';
import { pageMetadata } from '../../_components/page-metadata.ts';
import { PARTNERSHIPS_MAX } from '../../_components/partnership-part.tsx';
import { PublicFrame } from '../../_components/public-frame.tsx';
import { RecordCrumbs } from '../../_components/record-crumbs.tsx';
import { CountrySections } from './_components/country-sections.tsx';

export const revalidate = false;

export function generateStaticParams() {
  return [];
}

type Props = PageProps<'/[locale]/countries/[code]'>;

const PLACES_MAX = 60;
const ORGANISATIONS_MAX = 30;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ code }, locale, t] = await Promise.all([params, getLocale(), getTranslations()]);
  const country = await readCountry(code);
  if (country === null) return { title: t('NotFound.title'), robots: { index: false } };
  const title = countryName(country, locale) ?? country;
  return pageMetadata({
    path: countryPath(country),
    locale,
    title,
    description: t('Countries.lead', { country: title }),
  });
}

export default async function CountryPage({ params }: Props) {
  const [{ code }, locale] = await Promise.all([params, getLocale()]);
  const country = await readCountry(code);
  if (country === null) return <MissingCountry code={code} />;
  const [places, some, partners, organisations] = await Promise.all([
    listPlacesOfCountry(locale, country, PLACES_MAX),
    listPartnershipsAbout(locale, { country }, PARTNERSHIPS_MAX),
    listPartnerCountries(country),
    listPublishedOrganisations(locale, { country, most: ORGANISATIONS_MAX }),
  ]);
  const name = countryName(country, locale) ?? country;
  return (
    <PublicFrame path={countryPath(country)}>
      {await tagPage(locale, [countryTag(country), ...recordTags('partnership', some.partnerships)])}
      <div className="page-width page-main">
        <RecordCrumbs list="countries">{name}</RecordCrumbs>
        <CountrySections
          country={country}
          day={siteDayOf(new Date())}
          name={name}
          organisations={organisations}
          partners={partners}
          places={places}
          some={some}
        />
      </div>
    </PublicFrame>
  );
}

/**
 * The capital letters of a country that has a page; what cannot be a code never reaches the database.
 *
 * @param code - as it stands in the address; untrusted
 */
const readCountry = cache(async (code: string): Promise<string | null> => {
  const country = countryAt(`/countries/${code}`);
  if (country === null || countryName(country, 'en') === null) return null;
  return (await listCountriesWithPage({ codes: [country] })).has(country) ? country : null;
});

/** Stays until the first place of the country is released. */
async function MissingCountry({ code }: { code: string }) {
  const country = countryAt(`/countries/${code}`);
  return (
    <>
      {await tagPage(await getLocale(), country === null ? [] : [countryTag(country)])}
      <Missing>
        <NotFoundView fate="unknown" path={`/countries/${code}`} />
      </Missing>
    </>
  );
}
