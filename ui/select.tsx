import type { ComponentProps } from 'react';
import { fieldAttributes, Field, type FieldTexts } from './field.tsx';
import { partTexts } from './field-texts.ts';
import { joinClasses } from './join-classes.ts';

interface Choice {
  value: string;
  text: string;
  disabled?: boolean;
}

interface SelectProps extends FieldTexts, Omit<ComponentProps<'select'>, keyof FieldTexts | 'children'> {
  choices: readonly Choice[];
  /** The entry that stands for no choice. */
  none?: string | undefined;
}

export function Select(props: SelectProps) {
  const { texts, rest } = partTexts(props);
  const { choices, none, className, ...attributes } = rest;
  return (
    <Field texts={texts}>
      <select {...attributes} {...fieldAttributes(texts)} className={joinClasses('input', 'input-select', className)}>
        {none === undefined ? null : <option value="">{none}</option>}
        {choices.map(({ value, text, disabled = false }) => (
          <option disabled={disabled} key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Field>
  );
}
