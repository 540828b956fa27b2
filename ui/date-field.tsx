import type { ComponentProps } from 'react';
import { fieldAttributes, Field, type FieldTexts } from './field.tsx';
import { partTexts } from './field-texts.ts';
import { joinClasses } from './join-classes.ts';

/** Digits of the three sets with the signs that people put between them; what they mean is decided where the form is read. */
const DATE_PATTERN = '[0-9٠-٩۰-۹]{1,4}(?:[-\\/.٫،]\\s*[0-9٠-٩۰-۹]{1,4}){0,2}';

interface DateFieldProps extends FieldTexts, Omit<ComponentProps<'input'>, keyof FieldTexts | 'type' | 'pattern'> {}

/** A date that may be a year or a month alone, typed as text. */
export function DateField(props: DateFieldProps) {
  const { texts, rest } = partTexts(props);
  const { className, ...attributes } = rest;
  return (
    <Field texts={texts}>
      <input
        autoComplete="off"
        dir="ltr"
        inputMode="numeric"
        spellCheck={false}
        {...attributes}
        {...fieldAttributes(texts)}
        className={joinClasses('input input-code input-date', className)}
        pattern={DATE_PATTERN}
        type="text"
      />
    </Field>
  );
}
