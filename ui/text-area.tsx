import type { ComponentProps } from 'react';
import { fieldAttributes, Field, type FieldTexts } from './field.tsx';
import { partTexts } from './field-texts.ts';
import { joinClasses } from './join-classes.ts';

interface TextAreaProps extends FieldTexts, Omit<ComponentProps<'textarea'>, keyof FieldTexts> {}

export function TextArea(props: TextAreaProps) {
  const { texts, rest } = partTexts(props);
  const { className, rows = 4, ...attributes } = rest;
  return (
    <Field texts={texts}>
      <textarea {...attributes} {...fieldAttributes(texts)} className={joinClasses('input', className)} rows={rows} />
    </Field>
  );
}
