import type { FieldDescription } from '#features/records/describe-fields.ts';
import type { FieldTexts } from '#ui/field.tsx';

/** A field, where it stands in the form, and what is stored there. */
export interface ControlProps {
  field: FieldDescription;
  /** From the unit's content on: `agreements.0.signedOn`. */
  path: string;
  value: unknown;
  /** The list that the field's item stands in. */
  list?: string | undefined;
}

/** A field with what it says about itself. */
export interface TextedProps extends ControlProps {
  texts: FieldTexts;
}

/** The id of the list of records that a field offers; fields that point to the same kinds share one. */
export function optionsId({ to = [] }: FieldDescription): string {
  return `options-${to.join('-')}`;
}
