import { type AnyColumn, type SQL, type SQLWrapper, sql } from 'drizzle-orm';

type Fields = Record<string, AnyColumn | SQL>;

/** What a field becomes in JSON: a column its own value or `null`, an expression whatever it declares. */
type Value<F> =
  F extends SQL<infer T>
    ? T
    : F extends { _: { data: infer D; notNull: infer N } }
      ? N extends true
        ? D
        : D | null
      : never;

/** One row of a nested list. */
export type JsonRow<F extends Fields> = { [K in keyof F]: Value<F[K]> };

/**
 * All rows of a grouped query as one list of objects: the selection of a subquery that `nested` embeds. One statement then
 * reads a record with all its lists.
 *
 * @param fields - columns of text, numbers, flags or JSON; a date would come as text
 */
export function jsonRows<F extends Fields>(fields: F, orderBy: readonly (AnyColumn | SQL)[]): SQL<JsonRow<F>[]> {
  const order = sql.join([...orderBy], sql`, `);
  return sql`coalesce(jsonb_agg(${jsonObject(fields)} order by ${order}), '[]'::jsonb)`;
}

/** A row as an object. */
function jsonObject<F extends Fields>(fields: F): SQL<JsonRow<F>> {
  // Names stand as literals: Postgres cannot tell the type of a parameter here, and they are written in our own code.
  const pairs = Object.entries(fields).map(([name, field]) => sql`${sql.raw(`'${name}'`)}, ${field}`);
  return sql`jsonb_build_object(${sql.join(pairs, sql`, `)})`;
}

/** A subquery with one column and one row as a value of the query around it. */
export function nested<T>(subquery: SQLWrapper & { _: { result: { value: T }[] } }): SQL<T> {
  return sql`(${subquery})`;
}
