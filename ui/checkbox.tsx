import type { ComponentProps, ReactNode } from 'react';
import { FieldNotes } from './field.tsx';
import { joinClasses } from './join-classes.ts';

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'id'> {
  id: string;
  label: ReactNode;
  /** One of several of which one is chosen. */
  kind?: 'checkbox' | 'radio';
  /** How many records it would leave, behind the label. */
  count?: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
}

/** A box to tick, or with `kind="radio"` one choice of a group. */
export function Checkbox({ id, label, kind = 'checkbox', count, hint, error, className, ...rest }: CheckboxProps) {
  const described = joinClasses(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
  return (
    <div className={joinClasses('tick', className)}>
      <input {...rest} aria-describedby={described} aria-invalid={error ? true : undefined} id={id} type={kind} />
      <label htmlFor={id}>
        {label}
        {count === undefined ? null : <span className="tick-count">{count}</span>}
      </label>
      <FieldNotes error={error} hint={hint} id={id} />
    </div>
  );
}
