import { isPlainObject } from './plain-object.ts';

/**
 * The text of one nested item, such as the title of a milestone, from the labels that a published text carries.
 *
 * @param labels - `{"milestones": {"m1": {"title": "…"}}}`; read as it comes from the database
 * @returns `null` where the text says nothing of it
 */
export function nestedLabel(labels: unknown, list: string, path: { id: string; field: string }): string | null {
  const items = isPlainObject(labels) ? labels[list] : undefined;
  const item = isPlainObject(items) ? items[path.id] : undefined;
  const text = isPlainObject(item) ? item[path.field] : undefined;
  return typeof text === 'string' ? text : null;
}
