import { describeFields, type FieldDescription } from './describe-fields.ts';
import { CHOICE_PREFIX, CONTENT_PREFIX, EDIT_PREFIX } from './form-names.ts';
import { kindNamed, schemaOf } from './kind.ts';
import { isKindName } from './model.ts';
import { isPlainObject } from './plain-object.ts';
import { toAsciiDigits } from './partial-date.ts';
import { readMarkup } from './rich-text-markup.ts';
import { readTypedDate } from './typed-date.ts';

/**
 * A posted unit as the raw input of a save. Numbers and dates are read in three digit sets; what cannot be read stays as
 * it was typed, so that the check can name the field and the form can show it again.
 */
export function readUnitForm(form: FormData): unknown {
  const scope = textOf(form, 'scope');
  const fields = fieldsOf(form, scope);
  const session = form.get('session');
  const note = textOf(form, 'note').trim();
  return {
    record: textOf(form, 'record'),
    scope,
    baseRev: textOf(form, 'baseRev'),
    content: readFields(fields, nest(form)),
    ...readChoices(form, fields),
    ...(form.get('minor') === 'on' ? { minor: true } : {}),
    ...(note === '' ? {} : { note }),
    ...(typeof session === 'string' && session !== '' ? { session } : {}),
  };
}

/** The posted content of one unit of the kind that the form names. */
export function readContent(form: FormData, scope: string): Record<string, unknown> {
  return readFields(fieldsOf(form, scope), nest(form));
}

function fieldsOf(form: FormData, scope: string): FieldDescription[] {
  const kindName = textOf(form, 'kind');
  return isKindName(kindName) ? describeFields(schemaOf(kindNamed(kindName), scope)) : [];
}

interface ReadChoices {
  choices?: Record<string, string>;
  edits?: Record<string, unknown>;
  against?: string;
}

function readChoices(form: FormData, fields: readonly FieldDescription[]): ReadChoices {
  const chosen = [...form].filter(([name, value]) => name.startsWith(CHOICE_PREFIX) && typeof value === 'string');
  if (chosen.length === 0) return {};
  const choices = Object.fromEntries(chosen.map(([name, value]) => [name.slice(CHOICE_PREFIX.length), String(value)]));
  const edited = Object.keys(choices).filter((path) => choices[path] === 'edit');
  const edits = Object.fromEntries(
    edited.map((path) => [path, readEdit(fields, path, textOf(form, `${EDIT_PREFIX}${path}`))]),
  );
  return { choices, against: textOf(form, 'against'), ...(edited.length === 0 ? {} : { edits }) };
}

/** A third wording of one place, as the field of that place would be read. */
function readEdit(fields: readonly FieldDescription[], path: string, text: string): unknown {
  const [name, id, inner] = path.split('.');
  const field = fields.find((candidate) => candidate.name === name);
  if (field?.control === 'richText' && id !== undefined) return readBlock(id, text);
  const described = inner === undefined ? field : field?.items?.find((candidate) => candidate.name === inner);
  return described === undefined ? text : readText(described, text);
}

/** A block of rich text that was typed anew stays one block, under its name. */
function readBlock(id: string, text: string): unknown {
  const [block] = readMarkup(text.replaceAll(/\r?\n(?:[^\S\n]*\r?\n)+/gu, '\n'))?.content ?? [];
  return block === undefined ? undefined : { ...block, attrs: { ...block.attrs, id } };
}

type Nested = { [name: string]: Nested | string | string[] };

/** The posted fields as a tree by the dots of their names. */
function nest(form: FormData): Nested {
  const root: Nested = {};
  for (const [name, values] of contentFields(form)) {
    const steps = name.slice(CONTENT_PREFIX.length).split('.');
    let node = root;
    for (const step of steps.slice(0, -1)) {
      const known = Object.hasOwn(node, step) ? node[step] : undefined;
      const next: Nested = isNested(known) ? known : {};
      put(node, step, next);
      node = next;
    }
    const last = steps.at(-1) ?? '';
    put(node, last, values.length === 1 ? (values[0] ?? '') : values);
  }
  return root;
}

/** The fields of the content with their texts, in one pass: `getAll` for each name grows with the square of the names. */
function contentFields(form: FormData): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (!name.startsWith(CONTENT_PREFIX)) continue;
    const values = fields.get(name) ?? [];
    if (typeof value === 'string') values.push(value);
    fields.set(name, values);
  }
  return fields;
}

/** A name such as `__proto__` is a name like any other, for the check to refuse. */
function put(node: Nested, name: string, value: Nested[string]): void {
  Object.defineProperty(node, name, { value, configurable: true, enumerable: true, writable: true });
}

function readFields(fields: readonly FieldDescription[], posted: Nested): Record<string, unknown> {
  const known = new Map(fields.map((field) => [field.name, field]));
  return Object.fromEntries(
    Object.entries(posted).map(([name, value]) => {
      const field = known.get(name);
      // A name the kind does not know is kept, so that the check refuses it by name instead of dropping it in silence.
      return [name, field === undefined ? value : readField(field, value)];
    }),
  );
}

function readField(field: FieldDescription, value: Nested | string | string[]): unknown {
  if (isNested(value)) return field.control === 'list' ? readList(field, value) : value;
  if (field.control === 'references' || field.control === 'choices') return readMany(field, value);
  const text = typeof value === 'string' ? value : (value.at(-1) ?? '');
  return readText(field, text);
}

function readText(field: FieldDescription, text: string): unknown {
  switch (field.control) {
    case 'integer':
    case 'decimal':
      return readNumber(text);
    case 'flag':
      return text === 'on' || text === 'true' ? true : undefined;
    case 'date':
      return readTypedDate(text);
    case 'lines':
      return text
        .split(/\r?\n/u)
        .map((line) => line.trim())
        .filter((line) => line !== '');
    case 'richText':
      return readMarkup(text);
    default:
      return text;
  }
}

function readMany(field: FieldDescription, value: string | string[]): unknown[] {
  const texts = (typeof value === 'string' ? [value] : value).filter((text) => text.trim() !== '');
  return field.control === 'choices' ? texts.map((text) => readNumber(text)) : texts;
}

/** Items of the facts carry their id; the texts of items are keyed by it. An item with nothing but its id is no item. */
function readList(field: FieldDescription, posted: Nested): unknown {
  const items = field.items ?? [];
  if (field.ofFacts === true) {
    return Object.fromEntries(
      Object.entries(posted).map(([id, item]) => [id, isNested(item) ? readFields(items, item) : item]),
    );
  }
  return Object.entries(posted)
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .flatMap(([, item]): unknown[] => {
      if (!isNested(item)) return [item];
      const { id, remove, position: _position, ...rest } = item;
      if (remove === 'on') return [];
      const content = readFields(items, rest);
      if (!hasContent(content)) return [];
      return [{ ...(typeof id === 'string' ? { id } : {}), ...unticked(items), ...content }];
    });
}

/** Where an item stands: where it was moved to, else by its number. */
function placeOf([number, item]: [string, Nested | string | string[]]): number {
  const position = isNested(item) ? item['position'] : undefined;
  return Number(typeof position === 'string' && /^\d{1,4}$/u.test(position) ? position : number);
}

/** A box that is not ticked is not posted; where yes or no must be said, that is a no. */
function unticked(items: readonly FieldDescription[]): Record<string, false> {
  const flags = items.filter(({ control, required }) => control === 'flag' && required);
  return Object.fromEntries(flags.map(({ name }) => [name, false] as const));
}

function hasContent(value: unknown): boolean {
  if (Array.isArray(value)) return value.some((item) => hasContent(item));
  if (isPlainObject(value)) return Object.values(value).some((item) => hasContent(item));
  return value !== undefined && value !== null && (typeof value !== 'string' || value.trim() !== '');
}

/** A number in one of three digit sets, with Arabic or Latin separators; what is none stays text. */
function readNumber(text: string): number | string {
  const plain = toAsciiDigits(text)
    .replaceAll(/[\s\u066C\u200E\u200F\u061C\u00A0\u202F]/gu, '')
    .replaceAll('\u066B', '.')
    .replace('\u2212', '-');
  const ascii = /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/u.test(plain) ? plain.replaceAll(',', '') : plain.replace(',', '.');
  return /^-?\d+(?:\.\d+)?$/u.test(ascii) ? Number(ascii) : text;
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

function isNested(value: unknown): value is Nested {
  return isPlainObject(value);
}
