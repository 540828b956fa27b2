import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { LocalText } from '#features/records/components/local-text.tsx';
import { nearestText } from '#i18n/nearest-text.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import { LANGUAGE_NAME, isLocale } from '#i18n/locales.ts';
import { useWord } from '#i18n/use-word.ts';
import { Isolate } from '#ui/isolate.tsx';
import type { Facet } from '../list-question.ts';
import type { FacetValue } from '../queries/count-facets.ts';

interface FacetNameProps {
  facet: Facet;
  value: Pick<FacetValue, 'names' | 'value'>;
}

/** What a value of a filter is called. */
export function FacetName({ facet, value: { value, names } }: FacetNameProps): ReactNode {
  const t = useTranslations('Filters');
  const locale = useLocale();
  const typeWord = useWord('partnershipTypes');
  const statusWord = useWord('statuses');
  const name = nearestText(names, locale);
  switch (facet) {
    case 'type':
      return typeWord(value);
    case 'status':
      return statusWord(value);
    case 'country':
      return countryName(value, locale) ?? value;
    case 'language':
      return <Isolate lang={value}>{isLocale(value) ? LANGUAGE_NAME[value] : value}</Isolate>;
    case 'check':
      return t('checkNeeded');
    default:
      return name === null ? <Isolate>{value}</Isolate> : <LocalText words={name} />;
  }
}
