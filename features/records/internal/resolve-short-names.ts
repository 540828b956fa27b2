import { inArray } from 'drizzle-orm';
import { record } from '#db/schema/records.ts';
import type { Database } from '#db/pool.ts';
import { describeFields } from '../describe-fields.ts';
import type { Kind } from '../kind.ts';
import { isPlainObject } from '../plain-object.ts';
import { findReferences, replaceReferences } from '../references.ts';

/**
 * The facts with records named as people name them, `P-104` or `Hamburg (C-101)`, replaced by their ids. A name that stands
 * for nothing stays as it was typed, so that the check refuses it with its field.
 */
export async function resolveShortNames(tx: Database, kind: Kind, facts: unknown): Promise<unknown> {
  if (!isPlainObject(facts)) return facts;
  const fields = describeFields(kind.facts);
  const refs = new Set(findReferences(fields, facts).flatMap(({ target }) => shortNameIn(target) ?? []));
  if (refs.size === 0) return facts;
  const rows = await tx
    .select({ id: record.id, ref: record.ref })
    .from(record)
    .where(inArray(record.ref, [...refs]));
  const ids = new Map(rows.map(({ id, ref }) => [ref, id]));
  return replaceReferences(fields, facts, (target) => ids.get(shortNameIn(target) ?? '') ?? null);
}

/** The short name at the end of what was typed; `null` for an id or anything else. */
function shortNameIn(typed: string): string | null {
  return /(?:^|[\s(])([A-Z]-[1-9]\d{0,8})\)?\s*$/u.exec(typed.toUpperCase())?.[1] ?? null;
}
