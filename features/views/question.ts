import { z } from 'zod';
import type { KindName } from '#features/records/model.ts';
import { COUNTRY_CODES } from '#features/vocabulary/countries.ts';
import { addressWith } from '#ui/address-with.ts';
import {
  type Column,
  COLUMNS,
  type Condition,
  DUE_TIMES,
  type Field,
  fieldsOf,
  type Group,
  type Grouping,
  groupingsOf,
  GROUPS_MAX,
  type Match,
  MATCHES,
  OPEN_THINGS,
  PARTS,
  type Question,
  SORT_KEYS,
  type Sort,
  STANDINGS,
  TYPES_OF,
} from './model.ts';

/** What an address says, as the framework gives it. */
export type Asked = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A part of an address that means nothing, and why. */
export interface QuestionFault {
  parameter: string;
  /** As it was written; empty where the name itself is unknown. */
  value: string;
  reason: 'partAlone' | 'tooMany' | 'unknown' | 'value';
}

/** What an address asks, with what of it was not understood; a list is shown only where nothing was not. */
export interface ReadQuestion {
  question: Question;
  faults: QuestionFault[];
}

/** Parts of an address that mean something to the page around the list. */
const OF_THE_PAGE = ['after', 'at', 'before', 'done', 'thrown', 'view'];
const SEARCH_MAX = 200;
const VALUES_MAX = 12;

/** The list as nobody has asked anything of it. */
export const PLAIN: Question = {
  search: '',
  bar: [],
  match: 'all',
  groups: [],
  columns: COLUMNS,
  sort: { key: 'updated', order: 'desc' },
  grouping: null,
};

/**
 * Reads the address of a list. Its grammar is closed: what it does not know is named and never passed over.
 *
 * @param asked - untrusted
 */
export function readQuestion(asked: Asked, kind: KindName): ReadQuestion {
  const given = givenOf(asked);
  const { values, faults } = readValues(given, kind);
  const first = (name: string) => values.get(name)?.[0] ?? '';
  const part = first('part');
  const hasBareState = (given.get('state') ?? []).some((value) => !value.includes('.'));
  const isAlone = part !== '' && !hasBareState;
  const chosen = values.get('columns') ?? COLUMNS;
  return {
    faults: isAlone ? [...faults, { parameter: 'part', value: part, reason: 'partAlone' }] : faults,
    question: {
      search: first('q'),
      bar: conditionsIn(values, '', kind)
        .map((one) => withPart(one, part))
        .filter(isFirst),
      match: asMatch(first('match')),
      groups: groupsIn(values, kind),
      columns: COLUMNS.filter((column) => chosen.includes(column)),
      sort: asSort(first('sort')),
      grouping: groupingsOf(kind).find((one) => one === first('group')) ?? null,
    },
  };
}

type Values = ReadonlyMap<string, readonly string[]>;

function conditionsIn(values: Values, prefix: string, kind: KindName): Condition[] {
  return fieldsOf(kind).flatMap((field) => (values.get(prefix + field) ?? []).map((value) => ({ field, value })));
}

function groupsIn(values: Values, kind: KindName): Group[] {
  return groupNames()
    .map((name) => ({
      match: asMatch(values.get(`${name}.match`)?.[0] ?? ''),
      conditions: conditionsIn(values, `${name}.`, kind)
        .map((one) => withPart(one, ''))
        .filter(isFirst),
    }))
    .filter(({ conditions }) => conditions.length > 0);
}

function isFirst(one: Condition, at: number, all: readonly Condition[]): boolean {
  return all.findIndex(({ field, value }) => field === one.field && value === one.value) === at;
}

/** A question as the keys and values of an address; what is as usual is left out. */
export function questionParts(question: Question): Record<string, string | string[]> {
  const groups = question.groups.flatMap(({ match, conditions }, at): [string, string | string[]][] => {
    const name = `g${String(at + 1)}`;
    return [[`${name}.match`, match === 'all' ? '' : match], ...partsOf(conditions, `${name}.`)];
  });
  return {
    q: question.search,
    match: question.match === 'all' ? '' : question.match,
    columns: question.columns.length === COLUMNS.length ? '' : [...question.columns],
    sort: sortText(question.sort) === sortText(PLAIN.sort) ? '' : sortText(question.sort),
    group: question.grouping ?? '',
    ...Object.fromEntries([...partsOf(question.bar, ''), ...groups]),
  };
}

/** The question as an address writes it, without its path; two questions are the same where their texts are. */
export function questionText(question: Question): string {
  return addressWith('', questionParts(question)).replace(/^\?/u, '');
}

/** A kept question, read again. */
export function readQuestionText(text: string, kind: KindName): ReadQuestion {
  const search = new URLSearchParams(text);
  return readQuestion(Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)])), kind);
}

/** How a list is sorted, as an address writes it. */
export function sortText({ key, order }: Sort): string {
  return order === 'asc' ? key : `-${key}`;
}

/** The names of the groups in an address. */
function groupNames(): string[] {
  return Array.from({ length: GROUPS_MAX }, (_one, at) => `g${String(at + 1)}`);
}

function partsOf(conditions: readonly Condition[], prefix: string): [string, string[]][] {
  const fields = [...new Set(conditions.map(({ field }) => field))];
  return fields.map((field) => [
    prefix + field,
    conditions.filter((one) => one.field === field).map(({ value }) => value),
  ]);
}

/** What was given, as lists of trimmed values; empty ones are what a form sends of a field that nobody touched. */
function givenOf(asked: Asked): Map<string, string[]> {
  return new Map(
    Object.entries(asked).flatMap(([key, value]): [string, string[]][] => {
      const values = (typeof value === 'string' ? [value] : [...(value ?? [])]).map((one) => one.trim());
      const full = values.filter((one) => one !== '');
      return full.length === 0 ? [] : [[key, full]];
    }),
  );
}

function readValues(given: ReadonlyMap<string, string[]>, kind: KindName) {
  const schemas = schemasOf(kind);
  const values = new Map<string, string[]>();
  const faults: QuestionFault[] = [];
  for (const [parameter, written] of given) {
    const schema = schemas.get(parameter);
    if (OF_THE_PAGE.includes(parameter)) continue;
    if (schema === undefined) faults.push({ parameter: parameter.slice(0, 60), value: '', reason: 'unknown' });
    else if (written.length > schema.most) faults.push({ parameter, value: '', reason: 'tooMany' });
    else {
      const wrong = written.filter((value) => !schema.value.safeParse(value).success);
      faults.push(...wrong.map((value) => ({ parameter, value: value.slice(0, 60), reason: 'value' as const })));
      values.set(
        parameter,
        written.filter((value) => !wrong.includes(value)),
      );
    }
  }
  return { values, faults };
}

interface Grammar {
  value: z.ZodType<string>;
  most: number;
}

function schemasOf(kind: KindName): Map<string, Grammar> {
  const fields = fieldsOf(kind).map((field): [string, Grammar] => [
    field,
    { value: VALUES[field](kind), most: VALUES_MAX },
  ]);
  const once = (value: z.ZodType<string>): Grammar => ({ value, most: 1 });
  const match = once(z.enum(MATCHES));
  return new Map<string, Grammar>([
    ['q', once(z.string().max(SEARCH_MAX).refine(isText))],
    ['part', once(z.enum(PARTS))],
    ['match', match],
    ['columns', { value: z.enum(COLUMNS), most: COLUMNS.length }],
    ['sort', once(z.enum(SORT_KEYS.flatMap((key) => [key, `-${key}`])))],
    ['group', once(z.enum(groupingsOf(kind)))],
    ...fields,
    ...groupNames().flatMap((name): [string, Grammar][] => [
      [`${name}.match`, match],
      ...fields.map(([field, grammar]): [string, Grammar] => [`${name}.${field}`, grammar]),
    ]),
  ]);
}

const DAY = z.iso.date().refine((day) => day > '1900' && day < '2200');
const STATES = [...STANDINGS, ...PARTS.flatMap((part) => STANDINGS.map((standing) => `${part}.${standing}`))];

/** What may be asked of a field; of some it depends on the kind. */
const VALUES: Record<Field, (kind: KindName) => z.ZodType<string>> = {
  state: () => z.enum(STATES),
  since: () => DAY,
  until: () => DAY,
  author: () => z.union([z.literal('me'), z.uuid()]),
  assignee: () => z.union([z.enum(['me', 'none']), z.uuid()]),
  due: () => z.enum(DUE_TIMES),
  country: () => z.enum(['none', ...COUNTRY_CODES]),
  type: (kind) => z.enum(['none', ...(TYPES_OF[kind]?.values ?? [])]),
  theme: () => z.union([z.literal('none'), z.string().regex(/^T-\d{1,9}$/u)]),
  open: () => z.enum(OPEN_THINGS),
};

/** Postgres takes no text with a zero in it, and no half of a sign. */
function isText(value: string): boolean {
  return !value.includes('\u0000') && value.isWellFormed();
}

/** A state named alone speaks of the part that stands beside it, or of any. */
function withPart(condition: Condition, part: string): Condition {
  if (condition.field !== 'state' || condition.value.includes('.')) return condition;
  return { field: 'state', value: `${part === '' ? 'any' : part}.${condition.value}` };
}

function asMatch(written: string): Match {
  return MATCHES.find((match) => match === written) ?? 'all';
}

/** @param written - one of those that the grammar lets through, or nothing */
function asSort(written: string): Sort {
  const name = written.replace(/^-/u, '');
  const key = SORT_KEYS.find((known) => known === name);
  return key === undefined ? PLAIN.sort : { key, order: written.startsWith('-') ? 'desc' : 'asc' };
}

/** Whether a list shows a column. */
export function isShown(question: Question, column: Column): boolean {
  return question.columns.includes(column);
}

/** Whether anything narrows the list. */
export function isNarrowed({ search, bar, groups }: Question): boolean {
  return search !== '' || bar.length > 0 || groups.length > 0;
}

/** What a count leads to: the same question for those records alone. */
export function narrowedTo(question: Question, grouping: Grouping, value: string): Question {
  const isPart = grouping === 'facts' || grouping === 'ar' || grouping === 'de' || grouping === 'en';
  const condition: Condition = isPart ? { field: 'state', value: `${grouping}.${value}` } : { field: grouping, value };
  return { ...question, grouping: null, bar: [...question.bar, condition] };
}
