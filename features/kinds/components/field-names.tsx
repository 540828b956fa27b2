import type { FieldDescription } from '#features/records/describe-fields.ts';
import type { KindName } from '#features/records/model.ts';
import { LANGUAGE_NAME, isLocale } from '#i18n/locales.ts';
import { useLocale } from 'next-intl';
import { dateInWords } from '#features/records/dates-in-words.ts';
import type { ReactNode } from 'react';
import { useDynamicTexts } from './dynamic-texts.ts';

/** The words of the fields of a kind. */
export interface FieldWords {
  /** @param list - the list that the field's item stands in */
  label: (name: string, list?: string) => string;
  hint: (field: FieldDescription, list?: string) => ReactNode;
  choice: (field: FieldDescription, value: string) => string;
  /** A date in words: hyphens between digits would be read from the wrong end in Arabic. */
  date: (text: string) => string;
  flag: (isSet: boolean) => string;
  /** A part of a list or of a text that has no name of its own, by the place where it stands. */
  numbered: (kind: 'changeBlock' | 'changeItem', number: number) => string;
}

/** The words of the fields of a kind in the reader's language. A kind or a list may call a field by a word of its own. */
export function useFieldWords(kind: KindName): FieldWords {
  const locale = useLocale();
  const names = useDynamicTexts('Fields');
  const hints = useDynamicTexts('FieldHints');
  const vocabulary = useDynamicTexts('Vocabulary');
  const desk = useDynamicTexts('Desk');
  return {
    label: (name, list) => {
      const own = `${list ?? kind}_${name}`;
      return names.has(own) ? names(own) : names(name);
    },
    hint: ({ name, control }) => {
      const key = hints.has(name) ? name : CONTROL_HINTS[control];
      return key === undefined ? undefined : hints.rich(key, SIGNS);
    },
    date: (text) => dateInWords(text, locale),
    flag: (isSet) => desk(isSet ? 'yes' : 'no'),
    numbered: (part, number) => desk(part, { number }),
    choice: ({ labels }, value) => {
      if (labels !== undefined) return vocabulary(`${labels}.${value}`);
      return isLocale(value) ? LANGUAGE_NAME[value] : value;
    },
  };
}

/** What is typed as it stands: signs keep their order in a sentence of the other direction. */
const SIGNS = {
  c: (signs: ReactNode) => (
    <code className="hint-signs">
      <bdi>{signs}</bdi>
    </code>
  ),
};

/** Fields of these controls are filled in alike, whatever their name. */
const CONTROL_HINTS: Partial<Record<FieldDescription['control'], string>> = {
  date: 'date',
  lines: 'lines',
  reference: 'reference',
  references: 'reference',
  richText: 'richText',
};
