'use client';

import { useTranslations } from 'next-intl';
import type { FieldDescription } from '#features/records/describe-fields.ts';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import { DIRECTION, isLocale } from '#i18n/locales.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { DateField } from '#ui/date-field.tsx';
import type { FieldTexts } from '#ui/field.tsx';
import { Select } from '#ui/select.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { typedText } from '../field-values.ts';
import { ChoicesControl } from './choices-control.tsx';
import { useFormView } from './form-view.ts';
import { itemName, namedItems } from './item-names.ts';
import { ReferencesControl } from './references-control.tsx';
import { useFieldTexts } from './use-field-texts.tsx';

/** A field, where it stands in the form, and what is stored there. */
export interface ControlProps {
  field: FieldDescription;
  /** From the unit's content on: `agreements.0.signedOn`. */
  path: string;
  value: unknown;
  /** The list that the field's item stands in. */
  list?: string | undefined;
}

/** The control of one field, by its declaration. */
export function FieldControl(props: ControlProps) {
  const { field, path } = props;
  const texts = useFieldTexts(props);
  if (field.control === 'references') return <ReferencesControl {...props} texts={texts} />;
  if (field.control === 'choices') return <ChoicesControl {...props} texts={texts} />;
  if (field.control === 'flag') return <FlagControl {...props} texts={texts} />;
  if (field.control === 'choice' || field.control === 'item') return <ChoiceControl {...props} texts={texts} />;
  return <TextControl key={path} {...props} texts={texts} />;
}

interface TextedProps extends ControlProps {
  texts: FieldTexts;
}

function TextControl({ field, path, value, texts }: TextedProps) {
  const { posted, options, scope } = useFormView();
  const name = `${CONTENT_PREFIX}${path}`;
  const written = isLocale(scope) ? { lang: scope, dir: DIRECTION[scope] } : {};
  const common = {
    ...texts,
    ...(field.leftToRight === true ? {} : written),
    defaultValue: posted === null ? typedText(field, value, options) : (posted.get(name)?.[0] ?? ''),
    name,
  };
  switch (field.control) {
    case 'date':
      return <DateField {...common} />;
    case 'richText':
      return <TextArea {...common} rows={18} />;
    case 'paragraph':
    case 'lines':
      return <TextArea {...common} rows={field.control === 'lines' ? 2 : 3} />;
    case 'reference':
      return <TextInput {...common} autoComplete="off" list={optionsId(field)} />;
    case 'integer':
    case 'decimal':
      return <TextInput {...common} code inputMode={field.control === 'integer' ? 'numeric' : 'decimal'} />;
    default:
      return <TextInput {...common} code={field.leftToRight === true} />;
  }
}

function FlagControl({ path, value, texts }: TextedProps) {
  const { posted } = useFormView();
  const name = `${CONTENT_PREFIX}${path}`;
  const checked = posted === null ? value === true : posted.has(name);
  const { id, label, hint, error } = texts;
  return <Checkbox defaultChecked={checked} error={error} hint={hint} id={id} label={label} name={name} />;
}

function ChoiceControl({ field, path, value, texts }: TextedProps) {
  const t = useTranslations('Desk');
  const { posted } = useFormView();
  const name = `${CONTENT_PREFIX}${path}`;
  const stored = typeof value === 'string' ? value : '';
  const chosen = posted === null ? stored : (posted.get(name)?.[0] ?? '');
  const choices = useChoices(field);
  // A value that is offered no more stays chosen until somebody chooses another.
  const known = chosen === '' || choices.some((choice) => choice.value === chosen);
  const offered = known ? choices : [...choices, { value: chosen, text: chosen }];
  return <Select {...texts} choices={offered} defaultValue={chosen} name={name} none={t('none')} />;
}

function useChoices(field: FieldDescription): { value: string; text: string }[] {
  const { facts, factFields, scope, content, words, options } = useFormView();
  if (field.itemsOf === undefined) {
    return (field.choices ?? []).map((value) => ({ value, text: words.choice(field, value) }));
  }
  const list = factFields.find(({ name }) => name === field.itemsOf);
  return namedItems(scope === 'facts' ? content : facts, field.itemsOf).map(({ id, item }) => ({
    value: id,
    text: `${itemName(list, item, { words, options })} (${id})`,
  }));
}

/** The id of the list of records that a field offers; fields that point to the same kinds share one. */
export function optionsId({ to = [] }: FieldDescription): string {
  return `options-${to.join('-')}`;
}
