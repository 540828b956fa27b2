import { and, eq, isNull, or, type SQL, sql } from 'drizzle-orm';
import { comment } from '#db/schema/talk.ts';
import { record, recordRef, unit } from '#db/schema/records.ts';
import type { KindName } from '#features/records/model.ts';
import { LOCALES } from '#i18n/locales.ts';
import { startOfSiteDay } from '#i18n/time-zone.ts';
import { type Condition, type Field, type Group, type Question, type Standing, STANDINGS, TYPES_OF } from '../model.ts';
import { foldName } from '#features/records/fold-name.ts';
import { patternOf } from './folded.ts';

/** Who asks, and on which day. */
export interface Asker {
  /** `null` for the product itself, which nothing is assigned to. */
  person: string | null;
  /** `YYYY-MM-DD` in the site's zone. */
  day: string;
  kind: KindName;
}

/** What of a question decides which records it holds. */
export type Narrowing = Pick<Question, 'search' | 'bar' | 'match' | 'groups'>;

/** Which records outside the trash a question holds. The SQL is made of the parts below and of nothing else. */
export function conditionsOf({ search, bar, match, groups }: Narrowing, asker: Asker): SQL[] {
  const grouped = groups.map((group) => groupOf(group, asker));
  const together = match === 'all' ? and(...grouped) : or(...grouped);
  return [
    isNull(record.deletedAt),
    eq(record.kind, asker.kind),
    ...wordsOf(search, asker.kind),
    ...bar.map((condition) => conditionOf(condition, asker)),
    ...(together === undefined ? [] : [together]),
  ];
}

/** The state of one part in one word, over a row of `unit` named `one` that may be missing. */
export const STANDING_OF_ONE = sql`case when one.record_id is null then 'missing'
  when one.state = 'draft' and one.published_rev is not null then 'changed' else one.state end`;

function groupOf({ match, conditions }: Group, asker: Asker): SQL {
  const parts = conditions.map((condition) => conditionOf(condition, asker));
  return (match === 'all' ? and(...parts) : or(...parts)) ?? sql`true`;
}

function conditionOf({ field, value }: Condition, asker: Asker): SQL {
  return CONDITIONS[field](value, asker);
}

/** Some unit of the record of which something is true. */
function someUnit(wanted: SQL): SQL {
  return sql`exists (select from ${unit} asked where asked.record_id = ${record.id} and ${wanted})`;
}

const CONDITIONS: Record<Field, (value: string, asker: Asker) => SQL> = {
  state: (value) => standsSo(value),
  since: (day) => someUnit(sql`asked.updated_at >= ${startOfSiteDay(day).toISOString()}::timestamptz`),
  until: (day) => sql`not ${someUnit(sql`asked.updated_at >= ${startOfSiteDay(day).toISOString()}::timestamptz`)}`,
  author: (who, { person }) => someUnit(sql`asked.updated_by = ${who === 'me' ? person : who}::uuid`),
  assignee: (who, { person }) =>
    who === 'none'
      ? sql`not ${someUnit(sql`asked.assignee is not null`)}`
      : someUnit(sql`asked.assignee = ${who === 'me' ? person : who}::uuid`),
  due: (when, { day }) => dueAt(when, day),
  country: (code, { kind }) => ofCountry(code, kind),
  type: (word, { kind }) => ofType(word, kind),
  theme: (ref) => ofTheme(ref),
  open: (thing) => waitsFor(thing),
};

function standsSo(value: string): SQL {
  const [part = 'any', name = ''] = value.split('.');
  const standing = STANDINGS.find((known) => known === name) ?? 'draft';
  if (standing === 'missing') {
    const isAny = part === 'any';
    const wanted = isAny ? sql`asked.scope <> 'facts'` : sql`asked.scope = ${part}`;
    return sql`(select count(*) from ${unit} asked where asked.record_id = ${record.id} and ${wanted}) < ${isAny ? LOCALES.length : 1}`;
  }
  return someUnit(part === 'any' ? STANDS[standing] : sql`asked.scope = ${part} and ${STANDS[standing]}`);
}

const STANDS: Record<Exclude<Standing, 'missing'>, SQL> = {
  draft: sql`asked.state = 'draft' and asked.published_rev is null`,
  changed: sql`asked.state = 'draft' and asked.published_rev is not null`,
  in_review: sql`asked.state = 'in_review'`,
  approved: sql`asked.state = 'approved'`,
  published: sql`asked.state = 'published'`,
  outdated: sql`cardinality(asked.stale_paths) > 0`,
};

function dueAt(when: string, day: string): SQL {
  switch (when) {
    case 'overdue':
      return someUnit(sql`asked.due_on < ${day}::date`);
    case 'week':
      return someUnit(sql`asked.due_on between ${day}::date and ${day}::date + 7`);
    case 'later':
      return someUnit(sql`asked.due_on > ${day}::date + 7`);
    default:
      return sql`not ${someUnit(sql`asked.due_on is not null`)}`;
  }
}

function ofCountry(code: string, kind: KindName): SQL {
  const isThere = code === 'none' ? sql`asked.content ? 'country'` : sql`asked.content ->> 'country' = ${code}`;
  const found =
    kind === 'partnership'
      ? sql`exists (select from ${recordRef} side join ${unit} asked on asked.record_id = side.target_id and asked.scope = 'facts'
          where side.record_id = ${record.id} and side.scope = 'facts' and side.path like 'parties.%' and ${isThere})`
      : someUnit(sql`asked.scope = 'facts' and ${isThere}`);
  return code === 'none' ? sql`not ${found}` : found;
}

function ofType(word: string, kind: KindName): SQL {
  const field = TYPES_OF[kind]?.field ?? '';
  if (word === 'none') return sql`not ${someUnit(sql`asked.scope = 'facts' and asked.content ? ${field}::text`)}`;
  return someUnit(sql`asked.scope = 'facts' and asked.content ->> ${field}::text = ${word}`);
}

function ofTheme(ref: string): SQL {
  const named = ref === 'none' ? sql`theme.kind = 'theme'` : sql`theme.kind = 'theme' and theme.ref = ${ref}`;
  const found = sql`exists (select from ${recordRef} pointer join ${record} theme on theme.id = pointer.target_id
    where pointer.record_id = ${record.id} and pointer.scope = 'facts' and ${named})`;
  return ref === 'none' ? sql`not ${found}` : found;
}

function waitsFor(thing: string): SQL {
  switch (thing) {
    case 'comments':
      return sql`exists (select from ${comment} said where said.record_id = ${record.id}
        and said.parent_id is null and said.resolved_at is null)`;
    case 'returned':
      return someUnit(sql`asked.return_note is not null and asked.state = 'draft'`);
    default:
      return someUnit(sql`(asked.scheduled_for is not null or asked.withdraw_for is not null)`);
  }
}

/** Each word stands in the short name, the address part or a title; all titles are read once, however many words there are. */
function wordsOf(search: string, kind: KindName): SQL[] {
  const words = foldName(search)
    .split(/\s+/u)
    .filter((word) => word !== '')
    .slice(0, 8);
  if (words.length === 0) return [];
  const found = words.map((word) => sql`concat_ws(' ', own.ref, own.slug, named.titles) ~ ${patternOf(word)}`);
  return [
    sql`${record.id} in (select own.id from ${record} own left join (
      select text.record_id, string_agg(text.content ->> 'title', ' ') as titles from ${unit} text
      where text.scope <> 'facts' group by text.record_id) named on named.record_id = own.id
      where own.kind = ${kind} and ${sql.join(found, sql` and `)})`,
  ];
}
