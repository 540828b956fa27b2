import type { ComponentProps } from 'react';
import { fieldAttributes, Field, type FieldTexts } from './field.tsx';
import { partTexts } from './field-texts.ts';
import { joinClasses } from './join-classes.ts';

interface TextInputProps extends FieldTexts, Omit<ComponentProps<'input'>, keyof FieldTexts> {
  type?: 'text' | 'email' | 'password' | 'search' | 'tel' | 'url';
  /** Addresses, codes and coordinates run from left to right but stand at the reading edge. */
  code?: boolean;
}

export function TextInput(props: TextInputProps) {
  const { texts, rest } = partTexts(props);
  const { type = 'text', code = runsLeftToRight(type), className, ...attributes } = rest;
  return (
    <Field texts={texts}>
      <input
        {...attributes}
        {...fieldAttributes(texts)}
        {...(code ? { dir: 'ltr' } : {})}
        className={joinClasses('input', code && 'input-code', className)}
        type={type}
      />
    </Field>
  );
}

function runsLeftToRight(type: string): boolean {
  return type === 'email' || type === 'url' || type === 'tel' || type === 'password';
}
