import { useLocale, useTranslations } from 'next-intl';
import { askMap, type MapFilter } from '#features/map/map-filter.ts';
import type { listMapChoices } from '#features/map/queries/list-map-choices.ts';
import { type ByLocale, nearestText } from '#i18n/nearest-text.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import { PARTNERSHIP_STATUSES } from '#features/vocabulary/model.ts';
import { type Locale, localisePath } from '#i18n/locales.ts';
import { useWord } from '#i18n/use-word.ts';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';

interface MapFormProps {
  choices: Awaited<ReturnType<typeof listMapChoices>>;
  filter: MapFilter;
}

/** Narrows the map; a form by GET, so the address keeps what was chosen. */
export function MapForm({ choices, filter }: MapFormProps) {
  const t = useTranslations('MapPage');
  const locale = useLocale();
  const typeWord = useWord('partnershipTypes');
  const statusWord = useWord('statuses');
  const sorted = sorterFor(locale);
  const chosen = filter.countries.join('-');
  const pair = filter.countries.length > 1 ? [{ value: chosen, text: pairText(filter.countries, locale) }] : [];
  const countries = choices.countries.map((code) => ({ value: code, text: countryName(code, locale) ?? code }));
  const types = choices.types.map((code) => ({ value: code, text: typeWord(code) }));
  const statuses = PARTNERSHIP_STATUSES.map((code) => ({ value: code, text: statusWord(code) }));
  const isFiltered = Object.keys(askMap(filter)).length > 0;
  return (
    <form action={localisePath(locale, '/map')} aria-label={t('filter')} className="map-form" method="get">
      <Choice
        all={t('all')}
        choices={[...pair, ...sorted(countries)]}
        label={t('country')}
        name="country"
        value={chosen}
      />
      <Choice all={t('all')} choices={sorted(types)} label={t('type')} name="type" value={filter.type} />
      <Choice
        all={t('all')}
        choices={sorted(namedChoices(choices.themes, locale))}
        label={t('theme')}
        name="theme"
        value={filter.theme}
      />
      <Choice
        all={t('all')}
        choices={sorted(namedChoices(choices.programmes, locale))}
        label={t('programme')}
        name="programme"
        value={filter.programme}
      />
      <Choice all={t('all')} choices={statuses} label={t('status')} name="status" value={filter.status} />
      <div className="button-row">
        <Button look="primary" type="submit">
          {t('apply')}
        </Button>
        {isFiltered ? <a href={localisePath(locale, '/map')}>{t('showAll')}</a> : null}
      </div>
    </form>
  );
}

interface Option {
  value: string;
  text: string;
}

interface ChoiceProps {
  name: string;
  label: string;
  all: string;
  choices: readonly Option[];
  value: string | null;
}

/** Nothing is asked where there is nothing to choose from. */
function Choice({ name, label, all, choices, value }: ChoiceProps) {
  if (choices.length === 0) return null;
  return (
    <Select choices={choices} defaultValue={value ?? ''} id={`map-${name}`} label={label} name={name} none={all} />
  );
}

function namedChoices(records: readonly { slug: string; names: ByLocale }[], locale: Locale): Option[] {
  return records.map(({ slug, names }) => ({ value: slug, text: nearestText(names, locale)?.text ?? slug }));
}

function sorterFor(locale: Locale): (options: readonly Option[]) => Option[] {
  const { compare } = new Intl.Collator(locale);
  return (options) => options.toSorted((one, other) => compare(one.text, other.text));
}

function pairText(countries: readonly string[], locale: Locale): string {
  return countries.map((code) => countryName(code, locale) ?? code).join(' – ');
}
