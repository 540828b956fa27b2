'use client';

import type { ComponentType, ReactNode } from 'react';
import { RichTextControl } from '#features/editor/components/rich-text-control.tsx';
import type { FieldDescription } from '#features/records/describe-fields.ts';
import { CONTENT_PREFIX } from '#features/records/form-names.ts';
import { DIRECTION, isLocale } from '#i18n/locales.ts';
import { Checkbox } from '#ui/checkbox.tsx';
import { Field, fieldAttributes } from '#ui/field.tsx';
import { TextArea } from '#ui/text-area.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { typedText } from '../field-values.ts';
import { ChoiceControl } from './choice-control.tsx';
import { CiteSource } from './cite-source.tsx';
import { DateControl } from './date-control.tsx';
import { ChoicesControl } from './choices-control.tsx';
import { type ControlProps, optionsId, type TextedProps } from './control-props.ts';
import { useFormView } from './form-view.ts';
import { RecordPicker } from './record-picker.tsx';
import { itemName, namedItems } from './item-names.ts';
import { ReferencesControl } from './references-control.tsx';
import { useFieldTexts } from './use-field-texts.tsx';

/** Controls of which one value is chosen. */
const CHOSEN: ReadonlySet<string> = new Set(['choice', 'fact', 'item']);

/** Controls that show nothing after themselves. */
const BOXES: Partial<Record<FieldDescription['control'], ComponentType<TextedProps>>> = {
  choices: ChoicesControl,
  flag: FlagControl,
  references: ReferencesControl,
};

/** The control of one field, by its declaration. */
export function FieldControl(props: ControlProps) {
  const { field, path } = props;
  const { claimBearing } = useFormView();
  const said = useFieldTexts(props);
  const texts = claimBearing.includes(path)
    ? { ...said, after: withMore(said.after, <CiteSource path={path} />) }
    : said;
  const Boxes = BOXES[field.control];
  if (Boxes !== undefined) {
    return (
      <div>
        <Boxes {...props} texts={texts} />
        {texts.after}
      </div>
    );
  }
  if (CHOSEN.has(field.control)) return <ChoiceControl {...props} texts={texts} />;
  if (field.control === 'richText') return <WrittenControl key={path} {...props} texts={texts} />;
  return <TextControl key={path} {...props} texts={texts} />;
}

function WrittenControl(props: TextedProps) {
  const { name, defaultValue } = useTyped(props);
  const { scope, sourceLocale } = useFormView();
  const lang = isLocale(scope) ? scope : sourceLocale;
  return (
    <RichTextControl
      defaultValue={defaultValue}
      dir={DIRECTION[lang]}
      lang={lang}
      name={name}
      sources={useNoteSources()}
      texts={props.texts}
    />
  );
}

/** The sources of the record by the numbers under which they stand in its facts. */
function useNoteSources() {
  const { facts, factFields, words, options } = useFormView();
  const list = factFields.find(({ name }) => name === 'sources');
  return namedItems(facts, 'sources').map(({ id, item }, at) => {
    return { id, number: at + 1, name: itemName(list, item, { words, options }) };
  });
}

function TextControl(props: TextedProps) {
  const { field, texts } = props;
  const common = { ...texts, ...useTyped(props) };
  switch (field.control) {
    case 'date':
      return <DateControl {...common} field={field} list={props.list} />;
    case 'reference':
      return <ReferenceControl {...props} {...common} />;
    case 'paragraph':
      return <TextArea {...common} rows={3} />;
    case 'lines':
      return <TextArea {...common} rows={2} />;
    default:
      return <TextInput {...common} {...lineAttributes(field)} />;
  }
}

/** The name, the language and the words of a control that is typed into. */
function useTyped({ field, path, value }: ControlProps) {
  const { posted, options, scope } = useFormView();
  const name = `${CONTENT_PREFIX}${path}`;
  const written = isLocale(scope) && field.leftToRight !== true ? { lang: scope, dir: DIRECTION[scope] } : {};
  return { ...written, name, defaultValue: posted?.get(name)?.[0] ?? typedText(field, value, options) };
}

function lineAttributes(field: FieldDescription) {
  if (field.control === 'integer') return { code: true, inputMode: 'numeric' as const };
  if (field.control === 'decimal') return { code: true, inputMode: 'decimal' as const };
  return { code: field.leftToRight === true };
}

/** Something more below a field. */
function withMore(after: ReactNode, more: ReactNode): ReactNode {
  return (
    <>
      {after}
      {more}
    </>
  );
}

/** One other record, named as people name it. */
function ReferenceControl({ field, texts, name, defaultValue }: TextedProps & { name: string; defaultValue: string }) {
  return (
    <Field texts={texts}>
      <RecordPicker
        {...fieldAttributes(texts)}
        defaultValue={defaultValue}
        kinds={field.to ?? []}
        name={name}
        plainList={optionsId(field)}
      />
    </Field>
  );
}

function FlagControl({ path, value, texts }: TextedProps) {
  const { posted } = useFormView();
  const name = `${CONTENT_PREFIX}${path}`;
  const checked = posted === null ? value === true : posted.has(name);
  const { id, label, hint, error } = texts;
  return <Checkbox defaultChecked={checked} error={error} hint={hint} id={id} label={label} name={name} />;
}
