import type { FieldDescription } from './describe-fields.ts';
import type { Content, KindName } from './model.ts';
import { isPlainObject } from './plain-object.ts';

/** One pointer from a record to another. */
export interface FoundReference {
  path: string;
  target: string;
  to: readonly KindName[];
}

/** Every pointer in a content, with its path by item id. */
export function findReferences(fields: readonly FieldDescription[], content: Content, prefix = ''): FoundReference[] {
  return fields.flatMap((field) => referencesIn(field, content[field.name], `${prefix}${field.name}`));
}

/** Another target for a pointer that may lead to records of some kinds; `null` leaves it. */
type Replace = (target: string, to: readonly KindName[]) => string | null;

/** The content with every pointer replaced; what `replace` answers `null` for stays as it is. */
export function replaceReferences(fields: readonly FieldDescription[], content: Content, replace: Replace): Content {
  return Object.fromEntries(
    Object.entries(content).map(([name, value]) => {
      const field = fields.find((candidate) => candidate.name === name);
      return [name, field === undefined ? value : replaceIn(field, value, replace)];
    }),
  );
}

function referencesIn(field: FieldDescription, value: unknown, path: string): FoundReference[] {
  const to = field.to ?? [];
  if (field.control === 'reference' && typeof value === 'string') return [{ path, target: value, to }];
  if (field.control === 'references' && Array.isArray(value)) {
    return value.filter((target) => typeof target === 'string').map((target) => ({ path, target, to }));
  }
  if (field.control !== 'list' || field.ofFacts === true || !Array.isArray(value)) return [];
  return value
    .filter((item) => isPlainObject(item))
    .flatMap((item) => findReferences(field.items ?? [], item, `${path}.${String(item['id'])}.`));
}

function replaceIn(field: FieldDescription, value: unknown, replace: Replace): unknown {
  const to = field.to ?? [];
  if (field.control === 'reference' && typeof value === 'string') return replace(value, to) ?? value;
  if (field.control === 'references' && Array.isArray(value)) {
    return value.map((target: unknown) => (typeof target === 'string' ? (replace(target, to) ?? target) : target));
  }
  if (field.control !== 'list' || field.ofFacts === true || !Array.isArray(value)) return value;
  return value.map((item: unknown) =>
    isPlainObject(item) ? replaceReferences(field.items ?? [], item, replace) : item,
  );
}
