import { useLocale, useTranslations } from 'next-intl';
import type { listPublishedOrganisations } from '#features/organisations/queries/list-published-organisations.ts';
import { OrganisationKind } from '#features/organisations/components/organisation-kind.tsx';
import type { CountryCount } from '#features/partnerships/queries/list-partner-countries.ts';
import type { SomePartnerships } from '#features/partnerships/queries/list-partnerships-about.ts';
import type { listPlacesOfCountry } from '#features/places/queries/list-places-of-country.ts';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { countryPath, publicPath } from '#features/records/public-path.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import { LOCALES, localisePath } from '#i18n/locales.ts';
import { Chip } from '#ui/chip.tsx';
import { SectionHeading } from '#ui/section-heading.tsx';
import { IndexList } from '../../../_components/index-list.tsx';
import { PagePart } from '../../../_components/page-part.tsx';
import { PartnershipPart } from '../../../_components/partnership-part.tsx';
import { RecordHeading } from '../../../_components/record-heading.tsx';
import { SomeOf } from '../../../_components/some-of.tsx';

interface CountrySectionsProps {
  /** Two capital letters. */
  country: string;
  name: string;
  places: Awaited<ReturnType<typeof listPlacesOfCountry>>;
  some: SomePartnerships;
  partners: readonly CountryCount[];
  organisations: Awaited<ReturnType<typeof listPublishedOrganisations>>;
  /** The calendar day for which statuses are computed. */
  day: string;
}

/** A country's page: its places, their partnerships, the countries of their partners, its organisations. */
export function CountrySections({ country, name, places, some, partners, organisations, day }: CountrySectionsProps) {
  const t = useTranslations();
  const locale = useLocale();
  const titles = Object.fromEntries(LOCALES.map((language) => [language, countryName(country, language) ?? country]));
  return (
    <>
      <RecordHeading kicker={t('Countries.kicker')} textLocale={locale} title={name} titles={titles} />
      <p className="lead list-lead">{t('Countries.lead', { country: name })}</p>
      <div className="page-parts">
        <CountryPlaces country={country} places={places} />
        <PartnershipPart
          day={day}
          filter={`country=${country.toLowerCase()}`}
          none={t('Countries.noPartnerships')}
          some={some}
        />
        <PagePart id="partners" title={t('Countries.partners')}>
          <PartnerCountries partners={partners} />
        </PagePart>
        <PagePart id="organisations" isShown={organisations.total > 0} title={t('Countries.organisations')}>
          <SomeOf shown={organisations.organisations.length} total={organisations.total} />
          <IndexList
            entries={organisations.organisations.map(({ id, kind, slug, title, textLocale, partnerships }) => ({
              key: id,
              path: publicPath('organisation', slug),
              words: { text: title, locale: textLocale },
              partnerships,
              more: <OrganisationKind kind={kind} />,
            }))}
          />
        </PagePart>
      </div>
    </>
  );
}

function CountryPlaces({ country, places: { places, total } }: Pick<CountrySectionsProps, 'country' | 'places'>) {
  const t = useTranslations();
  const locale = useLocale();
  const n = numberInDigits(total, locale);
  const isCut = total > places.length;
  const href = localisePath(locale, `/places?country=${country.toLowerCase()}`);
  return (
    <section aria-labelledby="places">
      <SectionHeading
        id="places"
        more={isCut ? { href, text: t('RecordPages.allPlaces', { count: total, n }) } : undefined}
      >
        {t('Countries.places')}
      </SectionHeading>
      {total === 0 ? <p className="muted">{t('Countries.noPlaces')}</p> : null}
      {isCut ? (
        <p className="muted small">
          {t('RecordPages.placesSome', { shown: numberInDigits(places.length, locale), total: n })}
        </p>
      ) : null}
      <IndexList
        entries={places.map(({ id, slug, title, textLocale, partnerships }) => ({
          key: id,
          path: publicPath('place', slug),
          words: { text: title, locale: textLocale },
          partnerships,
        }))}
      />
    </section>
  );
}

function PartnerCountries({ partners }: Pick<CountrySectionsProps, 'partners'>) {
  const t = useTranslations('Countries');
  const locale = useLocale();
  if (partners.length === 0) return <p className="muted">{t('noPartners')}</p>;
  return (
    <>
      <p className="muted small">{t('partnersText')}</p>
      <ul className="chips">
        {partners.map(({ country, partnerships }) => (
          <li key={country}>
            <Chip count={numberInDigits(partnerships, locale)} href={localisePath(locale, countryPath(country))}>
              {countryName(country, locale) ?? country}
            </Chip>
          </li>
        ))}
      </ul>
    </>
  );
}
