import { z } from 'zod';
import { type FieldMeta, fieldMeta } from './fields.ts';

/** One field of a form, read off the schema of a kind. */
export interface FieldDescription extends FieldMeta {
  name: string;
  /** Whether a published record must have it; a draft may be without. */
  required: boolean;
  /** The fields of each item, for a list of the facts or for the texts of its items. */
  items?: FieldDescription[];
  /** Whether the items are those of the list of the same name in the facts. */
  ofFacts?: boolean;
}

/** The fields of a schema in the order of its declaration. */
export function describeFields(schema: z.ZodObject): FieldDescription[] {
  const fields: Readonly<Record<string, z.core.$ZodType>> = schema.shape;
  return Object.entries(fields)
    .filter(([name]) => name !== 'id')
    .map(([name, field]) => describeField(name, field));
}

function describeField(name: string, field: z.core.$ZodType): FieldDescription {
  const inner = unwrap(field);
  const meta: FieldMeta = fieldMeta.get(inner) ?? { control: 'line' };
  const described: FieldDescription = { ...meta, name, required: inner === field };
  if (inner instanceof z.ZodArray && inner.element instanceof z.ZodObject) {
    return { ...described, items: describeFields(inner.element) };
  }
  if (inner instanceof z.ZodRecord && inner.valueType instanceof z.ZodObject) {
    return { ...described, items: describeFields(inner.valueType), ofFacts: true };
  }
  return described;
}

function unwrap(field: z.core.$ZodType): z.core.$ZodType {
  return field instanceof z.ZodOptional ? unwrap(field.unwrap()) : field;
}
