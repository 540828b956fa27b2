import { useLocale, useTranslations } from 'next-intl';
import { useDynamicTexts } from '#features/kinds/components/dynamic-texts.ts';
import type { KindName } from '#features/records/model.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import {
  type Condition,
  type Field,
  OPEN_THINGS,
  DUE_TIMES,
  type Standing,
  STANDINGS,
  TYPES_OF,
} from '#features/views/model.ts';
import { isLocale, LANGUAGE_NAME } from '#i18n/locales.ts';

/** What ids of people and short names of themes are called. */
export interface KnownNames {
  people: readonly { id: string; name: string }[];
  themes: readonly { ref: string; title: string }[];
}

/** The words in which a list speaks of parts, states and conditions. */
export interface ListWords {
  part: (part: string) => string;
  standing: (standing: string) => string;
  /** What a value of a field is called. */
  value: (field: Field, value: string) => string;
  condition: (condition: Condition) => string;
  /** Several as one text. */
  joined: (texts: readonly string[]) => string;
}

/** The words of the list of a kind. */
export function useListWords(kind: KindName, names: KnownNames): ListWords {
  const t = useTranslations('Desk');
  const locale = useLocale();
  const vocabulary = useDynamicTexts('Vocabulary');
  const part = (name: string) =>
    isLocale(name) ? LANGUAGE_NAME[name] : name === 'facts' ? t('facts') : t('lists.anyPart');
  const standing = (name: string) => standingText(t, STANDINGS.find((known) => known === name) ?? 'draft');
  const person = (id: string) => names.people.find((one) => one.id === id)?.name ?? id;
  const values: Record<Field, (value: string) => string> = {
    state: (value) => {
      const [name = '', state = ''] = value.split('.');
      return t('lists.partState', { part: part(name), state: standing(state) });
    },
    since: (day) => day,
    until: (day) => day,
    author: (who) => (who === 'me' ? t('lists.me') : person(who)),
    assignee: (who) => (who === 'me' ? t('lists.me') : person(who)),
    due: (when) => t(`lists.dueTimes.${DUE_TIMES.find((known) => known === when) ?? 'none'}`),
    country: (code) => countryName(code, locale) ?? code,
    type: (word) => vocabulary(`${TYPES_OF[kind]?.vocabulary ?? ''}.${word}`),
    theme: (ref) => names.themes.find((one) => one.ref === ref)?.title ?? ref,
    open: (thing) => t(`lists.openThings.${OPEN_THINGS.find((known) => known === thing) ?? 'comments'}`),
  };
  const value = (field: Field, written: string) =>
    written === 'none' && field !== 'due' ? t('lists.noValue') : values[field](written);
  return {
    part,
    standing,
    value,
    joined: (texts) => texts.slice(1).reduce((first, second) => t('lists.joined', { first, second }), texts[0] ?? ''),
    condition: (one) =>
      one.field === 'state'
        ? value('state', one.value)
        : t('lists.condition', { field: t(`lists.fields.${one.field}`), value: value(one.field, one.value) }),
  };
}

function standingText(t: ReturnType<typeof useTranslations<'Desk'>>, standing: Standing): string {
  return standing === 'outdated' ? t('stale') : t(`states.${standing}`);
}
