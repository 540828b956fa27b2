import { and, eq, inArray, isNull, sql } from 'drizzle-orm';
import { validate as isUuid } from 'uuid';
import { record, unit } from '#db/schema/records.ts';
import type { Database } from '#db/pool.ts';
import { describeFields } from '../describe-fields.ts';
import type { Kind } from '../kind.ts';
import { isPlainObject } from '../plain-object.ts';
import { findReferences, replaceReferences } from '../references.ts';

/**
 * The facts with records named as people name them, `P-104`, `Hamburg (C-101)` or `Hamburg`, replaced by their ids. A name that stands
 * for nothing, or a title for several, stays as it was typed, so that the check refuses it with its field.
 */
export async function resolveNames(tx: Database, kind: Kind, facts: unknown): Promise<unknown> {
  if (!isPlainObject(facts)) return facts;
  const fields = describeFields(kind.facts);
  const typed = findReferences(fields, facts).filter(({ target }) => !isUuid(target));
  const ids = await findByRef(tx, new Set(typed.flatMap(({ target }) => shortNameIn(target) ?? [])));
  const titled = await findByTitle(tx, new Set(typed.map(({ target }) => titleIn(target))));
  return replaceReferences(fields, facts, (target, to) => {
    if (isUuid(target)) return null;
    const ref = shortNameIn(target);
    if (ref !== null) return ids.get(ref) ?? null;
    const [found, ...more] = titled.filter(({ title, kind: of }) => {
      return title === titleIn(target) && to.some((name) => name === of);
    });
    return found === undefined || more.length > 0 ? null : found.id;
  });
}

/** The short name at the end of what was typed; `null` for an id or anything else. */
function shortNameIn(typed: string): string | null {
  return /(?:^|[\s(])([A-Z]-[1-9]\d{0,8})\)?\s*$/u.exec(typed.toUpperCase())?.[1] ?? null;
}

function titleIn(typed: string): string {
  return typed.normalize('NFC').trim();
}

async function findByRef(tx: Database, refs: ReadonlySet<string>): Promise<Map<string, string>> {
  if (refs.size === 0) return new Map();
  const rows = await tx
    .select({ id: record.id, ref: record.ref })
    .from(record)
    .where(inArray(record.ref, [...refs]));
  return new Map(rows.map(({ id, ref }) => [ref, id]));
}

/** The records that have one of these titles in any language, each once a title. */
async function findByTitle(tx: Database, titles: ReadonlySet<string>) {
  const wanted = [...titles].filter((title) => shortNameIn(title) === null && title !== '');
  if (wanted.length === 0) return [];
  const title = sql<string>`${unit.content} ->> 'title'`;
  return tx
    .selectDistinct({ id: record.id, kind: record.kind, title })
    .from(unit)
    .innerJoin(record, and(eq(record.id, unit.recordId), isNull(record.deletedAt)))
    .where(inArray(title, wanted));
}
