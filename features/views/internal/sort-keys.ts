import { type SQL, sql } from 'drizzle-orm';
import { z } from 'zod';
import { record, unit } from '#db/schema/records.ts';
import { FALLBACK, type Locale } from '#i18n/locales.ts';
import type { SortKey } from '../model.ts';
import { STANDING_OF_ONE } from './conditions.ts';

/** What a list is sorted by: the value of a record, and how an address writes it. */
export interface Sorting {
  /** The value that a record has, never null. */
  value: SQL;
  /** What is joined to the records for it: one pass over all units costs less than a look for each record. */
  join?: SQL;
  /** What the value is when it comes back from an address. */
  type: 'date' | 'text' | 'timestamptz';
  /** What may come back from an address. */
  written: z.ZodType<string>;
}

const TIME = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{6}Z$/u)
  .refine((text) => !Number.isNaN(Date.parse(text)));
const TEXT = z.string().max(400);

/** How a list is sorted; there are these ways and no others. */
export function sortingOf(key: SortKey, locale: Locale): Sorting {
  switch (key) {
    case 'updated':
      return { value: sql`latest.updated_at`, join: LATEST, type: 'timestamptz', written: TIME };
    case 'created':
      return { value: sql`${record.createdAt}`, type: 'timestamptz', written: TIME };
    case 'ref':
      return { value: REF, type: 'text', written: z.string().regex(/^[A-Z]\d{10}$/u) };
    case 'title':
      return { value: titleIn(locale), type: 'text', written: TEXT };
    case 'due':
      return { value: sql`coalesce(owed.due_on, date '9999-12-31')`, join: OWED, type: 'date', written: z.iso.date() };
    default:
      return { value: standingOf(key), type: 'text', written: z.string().regex(/^[0-5]$/u) };
  }
}

/** The value of a sort key as an address writes it. */
export function writtenAs(type: Sorting['type'], value: SQL): SQL<string> {
  if (type === 'timestamptz') {
    return sql<string>`to_char(${value} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
  }
  return sql<string>`(${value})::text`;
}

const LATEST = sql`join (select every.record_id, max(every.updated_at) as updated_at from ${unit} every group by every.record_id)
  latest on latest.record_id = ${record.id}`;
/** What is not due at all comes last. */
const OWED = sql`left join (select every.record_id, min(every.due_on) as due_on from ${unit} every
  where every.due_on is not null group by every.record_id) owed on owed.record_id = ${record.id}`;
const REF = sql`(left(${record.ref}, 1) || lpad(substr(${record.ref}, 3), 10, '0')) collate "C"`;

function titleIn(locale: Locale): SQL {
  const titles = FALLBACK[locale].map(
    (scope) =>
      sql`(select named.content ->> 'title' from ${unit} named where named.record_id = ${record.id} and named.scope = ${scope})`,
  );
  return sql`coalesce(${sql.join(titles, sql`, `)}, '') collate "und-x-icu"`;
}

/** How far a part has come, from nothing to published. */
function standingOf(scope: 'ar' | 'de' | 'en' | 'facts'): SQL {
  return sql`(select case ${STANDING_OF_ONE} when 'missing' then '0' when 'draft' then '1' when 'changed' then '2'
    when 'in_review' then '3' when 'approved' then '4' else '5' end
    from (values (1)) only_one left join ${unit} one on one.record_id = ${record.id} and one.scope = ${scope})`;
}
