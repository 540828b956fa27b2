import { z } from 'zod';
import type { KindName } from './model.ts';
import { richTextSchema } from './rich-text.ts';
import { findTextFault } from './text-faults.ts';
import { dateFaultOf } from './typed-date.ts';

/** How a field is edited and what may stand in it. Forms, pickers, search and the API read it from the schema. */
export interface FieldMeta {
  control:
    | 'choice'
    | 'choices'
    | 'date'
    | 'decimal'
    | 'fact'
    | 'flag'
    | 'integer'
    | 'item'
    | 'json'
    | 'line'
    | 'lines'
    | 'list'
    | 'paragraph'
    | 'reference'
    | 'references'
    | 'richText'
    | 'url';
  /** The longest text in characters. */
  lengthMax?: number;
  /** The values a choice offers. */
  choices?: readonly string[];
  /** The group of `Vocabulary` in `messages/` that has their labels; languages name themselves. */
  labels?: string;
  /** The list of the facts whose items a field may name by their id. */
  itemsOf?: string;
  /** The kinds of record a reference may point to. */
  to?: readonly KindName[];
  /** Codes and addresses run left to right in every language. */
  leftToRight?: boolean;
}

/** What each field schema of a kind says about itself. */
export const fieldMeta = z.registry<FieldMeta>();

/** One line of text without line breaks, invisible controls or direction overrides. */
export function line(lengthMax: number) {
  return z
    .string()
    .min(1)
    .max(lengthMax)
    .superRefine((value, context) => refuseTextFaults(value, context, 'line'))
    .register(fieldMeta, { control: 'line', lengthMax });
}

/** A paragraph of plain text. */
export function paragraph(lengthMax: number) {
  return z
    .string()
    .min(1)
    .max(lengthMax)
    .superRefine((value, context) => refuseTextFaults(value, context, 'paragraph'))
    .register(fieldMeta, { control: 'paragraph', lengthMax });
}

/** A remark of a person that may be left out, such as the reason of a decision. */
export function remark(lengthMax: number) {
  return z
    .string()
    .max(lengthMax)
    .superRefine((value, context) => refuseTextFaults(value, context, 'paragraph'));
}

/** The name under which an import knows a record: anything without spaces, such as `wikidata:Q1055`. */
export const importKey = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\S+$/u)
  .superRefine((value, context) => refuseTextFaults(value, context, 'line'));

/** A short list of lines, such as other names. */
export function lines(lengthMax: number) {
  return z.array(line(lengthMax)).max(50).register(fieldMeta, { control: 'lines', lengthMax });
}

/** A code of ASCII letters, digits and signs, checked against a pattern. */
export function code(pattern: RegExp, lengthMax = 40) {
  return z
    .string()
    .max(lengthMax)
    .regex(pattern)
    .register(fieldMeta, { control: 'line', lengthMax, leftToRight: true });
}

/** The readable ASCII part of an address, the same in all languages. */
export function slug() {
  return code(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 80);
}

/** An address on the web, http or https only. */
export function webAddress() {
  return z
    .string()
    .max(2000)
    .superRefine((value, context) => refuseTextFaults(value, context, 'line'))
    .refine(isWebAddress, { params: { reason: 'webAddress' } })
    .register(fieldMeta, { control: 'url', lengthMax: 2000, leftToRight: true });
}

/** A calendar day, month or year as text: `2023-05-04`, `2023-05`, `1995`. */
export function partialDate() {
  return z
    .string()
    .max(40)
    .superRefine((value, context) => {
      const reason = dateFaultOf(value);
      if (reason !== null) context.addIssue({ code: 'custom', params: { reason } });
    })
    .register(fieldMeta, { control: 'date', leftToRight: true });
}

/** One of a closed list of keys. */
export function choice<const T extends readonly [string, ...string[]]>(choices: T, labels?: string) {
  const meta: FieldMeta = { control: 'choice', choices };
  return z.enum(choices).register(fieldMeta, labels === undefined ? meta : { ...meta, labels });
}

/** Some of a closed list of numbers, such as development goals. */
export function numberChoices(min: number, max: number, labels: string) {
  return z
    .array(z.int().min(min).max(max))
    .max(max - min + 1)
    .refine((values) => new Set(values).size === values.length, { params: { reason: 'twice' } })
    .register(fieldMeta, {
      control: 'choices',
      labels,
      choices: Array.from({ length: max - min + 1 }, (_, index) => String(min + index)),
    });
}

/** A whole number within bounds. */
export function integer(min: number, max: number) {
  return z.int().min(min).max(max).register(fieldMeta, { control: 'integer' });
}

/** A decimal number within bounds. */
export function decimal(min: number, max: number) {
  return z.number().min(min).max(max).register(fieldMeta, { control: 'decimal' });
}

/** Yes, or not said. */
export function flag() {
  return z.boolean().register(fieldMeta, { control: 'flag' });
}

/** The id of another record of one of the kinds. */
export function reference(...to: KindName[]) {
  return z.uuid().register(fieldMeta, { control: 'reference', to });
}

/** The ids of other records, in order, none twice. */
export function references(...to: KindName[]) {
  return z
    .array(z.uuid())
    .max(100)
    .refine((values) => new Set(values).size === values.length, { params: { reason: 'twice' } })
    .register(fieldMeta, { control: 'references', to });
}

/** The stable name of an item within its list; claims, labels and comments point to it. */
function itemId() {
  return z.string().regex(/^[a-z][a-z0-9-]{0,39}$/u);
}

/** The name of an item of another list of the same facts: the source of an agreement, the side of a claim. */
export function itemOf(list: string) {
  return itemId().register(fieldMeta, { control: 'item', itemsOf: list, leftToRight: true });
}

/** The path of a fact that a claim speaks of: `type`, `parties`, `agreements.a1`, `milestones.m2.date`, … */
export function factPath() {
  return z
    .string()
    .regex(/^[a-zA-Z]+(?:\.[A-Za-z0-9-]+){0,2}$/u)
    .register(fieldMeta, { control: 'fact', leftToRight: true });
}

/** An ordered list of items with stable ids. */
export function itemList<const S extends z.ZodRawShape>(shape: S, { itemsMin = 0, itemsMax = 200 } = {}) {
  return z
    .array(z.strictObject({ id: itemId(), ...shape }))
    .min(itemsMin)
    .max(itemsMax)
    .superRefine((items, context) => {
      const seen = new Set<unknown>();
      for (const [index, item] of items.entries()) {
        const id: unknown = Reflect.get(item, 'id');
        if (seen.has(id)) context.addIssue({ code: 'custom', path: [index, 'id'], params: { reason: 'twice' } });
        seen.add(id);
      }
    })
    .register(fieldMeta, { control: 'list' });
}

/** The texts that belong to the items of a list of the facts, by item id. */
export function itemTexts<const S extends z.ZodRawShape>(shape: S) {
  return z.record(itemId(), z.strictObject(shape)).register(fieldMeta, { control: 'list' });
}

/** Rich text as a document of blocks with stable ids. */
export function richText() {
  return richTextSchema.register(fieldMeta, { control: 'richText' });
}

function refuseTextFaults(value: string, context: z.RefinementCtx, shape: 'line' | 'paragraph'): void {
  const fault = findTextFault(value, shape);
  if (fault !== null) context.addIssue({ code: 'custom', params: { reason: fault } });
}

function isWebAddress(value: string): boolean {
  if (!/^https?:\/\/[^\s/]/u.test(value)) return false;
  return URL.canParse(value) && new URL(value).username === '' && new URL(value).password === '';
}
