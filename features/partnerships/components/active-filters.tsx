import { useLocale, useTranslations } from 'next-intl';
import { nearestText } from '#i18n/nearest-text.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import { isLocale, LANGUAGE_NAME, localisePath } from '#i18n/locales.ts';
import { useWord } from '#i18n/use-word.ts';
import { addressWith } from '#ui/address-with.ts';
import { Chip } from '#ui/chip.tsx';
import { plainIsolate } from '#ui/plain-isolate.ts';
import { askPartnerships, FACETS, type Facet, type PartnershipQuestion } from '../list-question.ts';
import type { FacetCounts } from '../queries/count-facets.ts';
import { FacetName } from './facet-name.tsx';

interface ActiveFiltersProps {
  question: PartnershipQuestion;
  counts: FacetCounts;
}

/** What narrows the list, each with the way to take it away. */
export function ActiveFilters({ question, counts }: ActiveFiltersProps) {
  const t = useTranslations('Filters');
  const locale = useLocale();
  const nameOf = usePlainName();
  const path = localisePath(locale, '/partnerships');
  const withoutPlace = { ...question, after: null, before: null };
  const hrefOf = (changed: Partial<PartnershipQuestion>) =>
    addressWith(path, askPartnerships({ ...withoutPlace, ...changed }));
  const years = (['from', 'to'] as const).flatMap((name) =>
    question[name] === null ? [] : [{ name, year: question[name] }],
  );
  return (
    <div className="chips filters-active">
      {FACETS.flatMap((facet) =>
        question.chosen[facet].map((value) => {
          const known = counts[facet].find((counted) => counted.value === value) ?? { value, names: {} };
          const rest = question.chosen[facet].filter((other) => other !== value);
          return (
            <Chip
              href={hrefOf({ chosen: { ...question.chosen, [facet]: rest } })}
              key={`${facet}-${value}`}
              removes={t('remove', { name: plainIsolate(nameOf(facet, known)) })}
            >
              <FacetName facet={facet} value={known} />
            </Chip>
          );
        }),
      )}
      {years.map(({ name, year }) => {
        const words = t(name === 'from' ? 'sinceYear' : 'untilYear', { year: String(year) });
        return (
          <Chip href={hrefOf({ [name]: null })} key={name} removes={t('remove', { name: plainIsolate(words) })}>
            {words}
          </Chip>
        );
      })}
      <a className="filters-clear" href={addressWith(path, {})}>
        {t('clear')}
      </a>
    </div>
  );
}

/** The name of a value as plain text, for the labels of links. */
function usePlainName(): (
  facet: Facet,
  known: { value: string; names: FacetCounts['theme'][number]['names'] },
) => string {
  const t = useTranslations('Filters');
  const locale = useLocale();
  const typeWord = useWord('partnershipTypes');
  const statusWord = useWord('statuses');
  const words: Partial<Record<Facet, (value: string) => string>> = {
    type: typeWord,
    status: statusWord,
    country: (value) => countryName(value, locale) ?? value,
    language: (value) => (isLocale(value) ? LANGUAGE_NAME[value] : value),
    check: () => t('checkNeeded'),
  };
  return (facet, { value, names }) => words[facet]?.(value) ?? nearestText(names, locale)?.text ?? value;
}
