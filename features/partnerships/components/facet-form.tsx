import { useLocale, useTranslations } from 'next-intl';
import { numberInDigits } from '#features/records/dates-in-words.ts';
import { localisePath } from '#i18n/locales.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { FACETS, type Facet, type PartnershipQuestion, writtenValue } from '../list-question.ts';
import type { FacetCounts, FacetValue } from '../queries/count-facets.ts';
import { FacetName } from './facet-name.tsx';
import { HiddenSorting } from './hidden-sorting.tsx';

interface FacetFormProps {
  question: PartnershipQuestion;
  counts: FacetCounts;
}

/** So many values of a filter are shown at once; the rest can be opened. */
const SHOWN_MAX = 7;

/** The filters of the list of partnerships, as a form that works without script. */
export function FacetForm({ question, counts }: FacetFormProps) {
  const t = useTranslations('Filters');
  const locale = useLocale();
  return (
    <form action={localisePath(locale, '/partnerships')} className="facets" method="get">
      <HiddenSorting question={question} />
      {FACETS.map((facet) => (
        <FacetGroup chosen={question.chosen[facet]} facet={facet} key={facet} values={counts[facet]} />
      ))}
      <YearGroup from={question.from} to={question.to} />
      <div className="facets-send">
        <button className="button button-primary" type="submit">
          {t('apply')}
        </button>
      </div>
    </form>
  );
}

function FacetGroup({
  facet,
  values,
  chosen,
}: {
  facet: Facet;
  values: readonly FacetValue[];
  chosen: readonly string[];
}) {
  const t = useTranslations('Filters');
  const all = withChosen(values, chosen);
  if (all.length === 0) return null;
  const isOpen = facet === 'type' || facet === 'status' || facet === 'theme' || chosen.length > 0;
  const ordered = all.toSorted(
    (one, other) => Number(chosen.includes(other.value)) - Number(chosen.includes(one.value)),
  );
  const [first, rest] = [ordered.slice(0, SHOWN_MAX), ordered.slice(SHOWN_MAX)];
  return (
    <details className="facet" open={isOpen}>
      <summary>{t(`facets.${facet}`)}</summary>
      <fieldset>
        <legend className="sr-only">{t(`facets.${facet}`)}</legend>
        {first.map((value) => (
          <FacetChoice facet={facet} isChosen={chosen.includes(value.value)} key={value.value} value={value} />
        ))}
        {rest.length === 0 ? null : (
          <details className="facet-rest">
            <summary>{t('more')}</summary>
            {rest.map((value) => (
              <FacetChoice facet={facet} isChosen={false} key={value.value} value={value} />
            ))}
          </details>
        )}
      </fieldset>
    </details>
  );
}

function FacetChoice({ facet, value, isChosen }: { facet: Facet; value: FacetValue; isChosen: boolean }) {
  const locale = useLocale();
  const written = writtenValue(facet, value.value);
  return (
    <Checkbox
      count={numberInDigits(value.count, locale)}
      defaultChecked={isChosen}
      disabled={value.count === 0 && !isChosen}
      id={`filter-${facet}-${written}`}
      label={<FacetName facet={facet} value={value} />}
      name={facet}
      value={written}
    />
  );
}

function YearGroup({ from, to }: { from: number | null; to: number | null }) {
  const t = useTranslations('Filters');
  const years = [
    { name: 'from', value: from, label: t('yearFrom') },
    { name: 'to', value: to, label: t('yearTo') },
  ];
  return (
    <details className="facet" open={from !== null || to !== null}>
      <summary>{t('years')}</summary>
      <fieldset className="facet-years">
        <legend className="sr-only">{t('years')}</legend>
        {years.map(({ name, value, label }) => (
          <div className="field" key={name}>
            <label htmlFor={`filter-${name}`}>{label}</label>
            <input
              className="input"
              defaultValue={value ?? undefined}
              dir="ltr"
              id={`filter-${name}`}
              inputMode="numeric"
              maxLength={4}
              name={name}
              type="text"
            />
          </div>
        ))}
      </fieldset>
    </details>
  );
}

/** What is chosen stays to be taken away, also where it would leave nothing. */
function withChosen(values: readonly FacetValue[], chosen: readonly string[]): FacetValue[] {
  const known = new Set(values.map(({ value }) => value));
  const missing = chosen.filter((value) => !known.has(value));
  return [...values, ...missing.map((value) => ({ value, count: 0, names: {} }))];
}
