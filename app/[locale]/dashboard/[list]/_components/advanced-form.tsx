import { useLocale, useTranslations } from 'next-intl';
import type { KindName } from '#features/records/model.ts';
import { COUNTRY_CODES, countryName } from '#features/vocabulary/countries.ts';
import {
  type Condition,
  DUE_TIMES,
  type Field,
  fieldsOf,
  type Group,
  GROUPS_MAX,
  MATCHES,
  OPEN_THINGS,
  PARTS,
  type Question,
  STANDINGS,
  TYPES_OF,
} from '#features/views/model.ts';
import { INTL_TAG, type Locale } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { FieldGroup } from '#ui/field-group.tsx';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { HiddenParts } from './hidden-parts.tsx';
import type { ListAddress } from './list-address.ts';
import { type KnownNames, useListWords } from './list-words.ts';

interface AdvancedFormProps {
  kind: KindName;
  question: Question;
  address: ListAddress;
  names: KnownNames;
}

/** Of these a group may well hold several. */
const SEVERAL: readonly Field[] = ['country', 'state', 'theme', 'type'];
/** What the forms around this one send. */
const OF_OTHERS = ['columns', 'group', 'q', 'sort', 'view'];

/** All conditions of a list, in groups: a plain form, so that it works without script. */
export function AdvancedForm({ kind, question, address, names }: AdvancedFormProps) {
  const t = useTranslations('Desk.lists');
  const groups: Group[] = [...question.groups, { match: 'any', conditions: [] }];
  const shown = groups.slice(0, GROUPS_MAX);
  const fields = { kind, names };
  return (
    <details className="list-advanced" open={question.groups.length > 0}>
      <summary>{t('advanced')}</summary>
      <form action={address.path} method="get">
        <FieldGroup id="conditions" legend={t('barLegend')}>
          <ConditionFields {...fields} conditions={question.bar} prefix="" />
        </FieldGroup>
        {shown.map((group, at) => {
          const name = `g${String(at + 1)}`;
          return (
            <FieldGroup id={`conditions-${name}`} key={name} legend={t('groupLegend', { number: at + 1 })}>
              <MatchSelect id={`${name}-match`} label={t('groupMatch')} match={group.match} name={`${name}.match`} />
              <ConditionFields {...fields} conditions={group.conditions} prefix={`${name}.`} />
            </FieldGroup>
          );
        })}
        {shown.length > 1 ? (
          <MatchSelect id="match" label={t('groupsMatch')} match={question.match} name="match" />
        ) : null}
        <HiddenParts except={(name) => !OF_OTHERS.includes(name)} question={question} view={address.view} />
        <Button look="primary" type="submit">
          {t('apply')}
        </Button>
      </form>
    </details>
  );
}

function MatchSelect({ id, label, match, name }: { id: string; label: string; match: string; name: string }) {
  const t = useTranslations('Desk.lists');
  const choices = MATCHES.map((value) => ({ value, text: t(`matches.${value}`) }));
  return <Select choices={choices} defaultValue={match} id={id} label={label} name={name} />;
}

interface ConditionFieldsProps {
  kind: KindName;
  names: KnownNames;
  conditions: readonly Condition[];
  prefix: string;
}

function ConditionFields({ kind, names, conditions, prefix }: ConditionFieldsProps) {
  const t = useTranslations('Desk.lists');
  const locale = useLocale();
  const words = useListWords(kind, names);
  return (
    <div className="list-conditions">
      {fieldsOf(kind).flatMap((field) => {
        const values = conditions.filter((one) => one.field === field).map(({ value }) => value);
        const slots = values.length === 0 || SEVERAL.includes(field) ? [...values, ''] : values;
        return slots.map((value, at) => {
          const shared = {
            defaultValue: value,
            id: `${prefix.replace('.', '-')}${field}-${String(at)}`,
            label: t(`fields.${field}`),
            name: prefix + field,
          };
          return field === 'since' || field === 'until' ? (
            <TextInput {...shared} code hint={t('dayHint')} key={shared.id} pattern="\d{4}-\d{2}-\d{2}" />
          ) : (
            <Select
              {...shared}
              choices={valuesOf(field, { kind, names, locale }).map((one) => ({
                value: one,
                text: words.value(field, one),
              }))}
              key={shared.id}
              none={t('anyValue')}
            />
          );
        });
      })}
    </div>
  );
}

interface OfferContext {
  kind: KindName;
  names: KnownNames;
  locale: Locale;
}

/** What a form offers for a field. */
function valuesOf(field: Exclude<Field, 'since' | 'until'>, context: OfferContext): string[] {
  return OFFERED[field](context);
}

const OFFERED: Record<Exclude<Field, 'since' | 'until'>, (context: OfferContext) => string[]> = {
  state: () =>
    PARTS.flatMap((part) =>
      STANDINGS.filter((standing) => part !== 'facts' || standing !== 'missing').map((one) => `${part}.${one}`),
    ),
  author: ({ names }) => ['me', ...names.people.map(({ id }) => id)],
  assignee: ({ names }) => ['me', 'none', ...names.people.map(({ id }) => id)],
  due: () => [...DUE_TIMES],
  country: ({ locale }) => ['none', ...sortedCountries(locale)],
  type: ({ kind }) => ['none', ...(TYPES_OF[kind]?.values ?? [])],
  theme: ({ names }) => ['none', ...names.themes.map(({ ref }) => ref)],
  open: () => [...OPEN_THINGS],
};

function sortedCountries(locale: Locale): string[] {
  const order = new Intl.Collator(INTL_TAG[locale]);
  const nameOf = (code: string) => countryName(code, locale) ?? code;
  return COUNTRY_CODES.toSorted((one, other) => order.compare(nameOf(one), nameOf(other)));
}
