import type { ReactNode } from 'react';
import { FieldNotes } from './field.tsx';
import { joinClasses } from './join-classes.ts';

interface FieldGroupProps {
  id: string;
  legend: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
}

/** Fields or boxes that belong together under one name. */
export function FieldGroup({ id, legend, hint, error, children }: FieldGroupProps) {
  const described = joinClasses(Boolean(hint) && `${id}-hint`, Boolean(error) && `${id}-error`);
  return (
    <fieldset aria-describedby={described} className={joinClasses('group', Boolean(error) && 'has-error')} id={id}>
      <legend>{legend}</legend>
      <FieldNotes error={error} hint={hint} id={id} />
      {children}
    </fieldset>
  );
}
