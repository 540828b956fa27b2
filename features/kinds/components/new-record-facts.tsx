'use client';

import { useLocale, useTranslations } from 'next-intl';
import { foldName } from '#features/records/fold-name.ts';
import type { KindName } from '#features/records/model.ts';
import { COUNTRY_CODES, countryName } from '#features/vocabulary/countries.ts';
import { ORGANISATION_KINDS, PLACE_KINDS } from '#features/vocabulary/model.ts';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { useDynamicTexts } from './dynamic-texts.ts';
import { useFieldWords } from './field-names.tsx';

interface NewRecordFactsProps {
  kind: KindName;
  /** Before the ids of the controls, so that no two on a page are the same. */
  prefix?: string;
  problemAt: (path: string) => string | undefined;
  typed?: (name: string) => string | undefined;
}

/** What tells a new place or organisation from others of its name. */
export function NewRecordFacts({ kind, prefix = '', problemAt, typed = () => undefined }: NewRecordFactsProps) {
  const t = useTranslations('Desk');
  const words = useFieldWords(kind);
  const vocabulary = useDynamicTexts('Vocabulary');
  const countries = useCountries();
  if (kind !== 'place' && kind !== 'organisation') return null;
  const sorts = kind === 'place' ? PLACE_KINDS : ORGANISATION_KINDS;
  const common = (name: string) => ({
    id: `${prefix}${name}`,
    name: `content.${name}`,
    error: problemAt(name),
    defaultValue: typed(`content.${name}`) ?? '',
  });
  return (
    <>
      <Select
        {...common('kind')}
        choices={sorts.map((value) => ({ value, text: vocabulary(`${kind}Kinds.${value}`) }))}
        label={words.label('kind')}
        none={t('none')}
      />
      <Select {...common('country')} choices={countries} label={t('newRecord.country')} none={t('none')} />
      {kind === 'place' ? (
        <details>
          <summary>{t('newRecord.coordinates')}</summary>
          <div className="item-fields">
            <TextInput {...common('latitude')} code inputMode="decimal" label={words.label('latitude')} />
            <TextInput {...common('longitude')} code inputMode="decimal" label={words.label('longitude')} />
          </div>
        </details>
      ) : null}
    </>
  );
}

function useCountries(): { value: string; text: string }[] {
  const locale = useLocale();
  // Not by `Intl.Collator`: server and browser need not know the same order.
  return COUNTRY_CODES.map((value) => ({ value, text: countryName(value, locale) ?? value }))
    .map((choice) => ({ ...choice, key: foldName(choice.text) }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1));
}
