import type { ComponentProps, ReactNode } from 'react';
import { fieldAttributes, Field, type FieldTexts } from './field.tsx';
import { partTexts } from './field-texts.ts';
import { joinClasses } from './join-classes.ts';

interface DateFieldProps extends FieldTexts, Omit<ComponentProps<'input'>, keyof FieldTexts | 'type' | 'pattern'> {
  /** What helps to write it, beside the field. */
  beside?: ReactNode;
}

/** A date that may be a year or a month alone, typed as text in digits or words; what it means is decided where the form is read. */
export function DateField(props: DateFieldProps) {
  const { texts, rest } = partTexts(props);
  const { className, beside, ...attributes } = rest;
  return (
    <Field texts={texts}>
      <div className="date-line">
        <input
          autoComplete="off"
          dir="ltr"
          spellCheck={false}
          {...attributes}
          {...fieldAttributes(texts)}
          className={joinClasses('input input-code input-date', className)}
          type="text"
        />
        {beside}
      </div>
    </Field>
  );
}
