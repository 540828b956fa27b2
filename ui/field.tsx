import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { joinClasses } from './join-classes.ts';

/** What every field of a form says about itself. */
export interface FieldTexts {
  /** Also the target of the error summary. */
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  /** What is wrong with the value, as a sentence. */
  error?: ReactNode;
  /** The word that marks a field that must be filled, such as «مطلوب»; it makes the field required. */
  required?: string | undefined;
  /** What stands under the field for the desk: a stale mark, a comment, a glossary hint. */
  after?: ReactNode;
  /** The source of the text has changed since. */
  stale?: boolean | undefined;
}

/** The attributes that tie a control to its label, hint and error. */
export interface FieldAttributes {
  id: string;
  required: boolean;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
}

/**
 * The attributes of a control for the texts that `Field` shows around it.
 */
export function fieldAttributes({ id, hint, error, required }: FieldTexts): FieldAttributes {
  const described = joinClasses(isGiven(hint) && `${id}-hint`, isGiven(error) && `${id}-error`);
  return {
    id,
    required: required !== undefined,
    'aria-describedby': described,
    'aria-invalid': isGiven(error) ? true : undefined,
  };
}

/** A label, a hint and an error around a control that carries `fieldAttributes` of the same texts. */
export function Field({ texts, children }: { texts: FieldTexts; children: ReactNode }) {
  const { id, label, hint, error, required, after, stale = false } = texts;
  return (
    <div className={joinClasses('field', isGiven(error) && 'has-error', stale && 'is-stale')}>
      <div className="field-head">
        <label htmlFor={id} id={`${id}-label`}>
          {label}
        </label>
        {required === undefined ? null : <span className="field-required">{required}</span>}
      </div>
      <FieldNotes error={error} hint={hint} id={id} />
      {children}
      {after === undefined ? null : <div className="field-after">{after}</div>}
    </div>
  );
}

/** The hint and the error of a field or of a group of fields. */
export function FieldNotes({ id, hint, error }: { id: string; hint?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {isGiven(hint) ? (
        <p className="field-hint" id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {isGiven(error) ? (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="error" />
          <span>{error}</span>
        </p>
      ) : null}
    </>
  );
}

function isGiven(text: ReactNode): boolean {
  return text !== undefined && text !== null && text !== '' && text !== false;
}
