import { type AnyColumn, type SQL, sql } from 'drizzle-orm';

/**
 * Sorts texts by how near their language is to the reader's: `FALLBACK[locale]` gives the order.
 *
 * @remarks The list is joined value by value: an array put into the template as it is becomes a row of Postgres, and the
 * cast to `text[]` fails when the query runs.
 */
export function nearestFirst(column: AnyColumn, order: readonly string[]): SQL {
  const languages = sql.join(
    order.map((language) => sql`${language}`),
    sql`, `,
  );
  return sql`array_position(array[${languages}]::text[], ${column})`;
}
