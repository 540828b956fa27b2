import { describe, expect, test } from 'vitest';
import { writeCursor } from '#features/records/list-cursor.ts';
import type { KindName } from '#features/records/model.ts';
import { placeIn, readListPlace } from './list-place.ts';
import { columnsOf, COLUMNS, FIELDS, fieldsOf, groupingsOf, SORT_KEYS } from './model.ts';
import { isNarrowed, narrowedTo, PLAIN, questionText, readQuestion, readQuestionText } from './question.ts';

const ID = '019a0000-0000-7000-8000-000000000000';

function read(text: string, kind: KindName = 'partnership') {
  return readQuestionText(text, kind);
}

describe('an address that means something', () => {
  test('asks nothing where it is empty, or where a form sent fields that nobody touched', () => {
    expect(read('')).toEqual({ question: PLAIN, faults: [] });
    expect(read('q=&state=&part=&g1.match=any&g1.state=&since=')).toEqual({ question: PLAIN, faults: [] });
    expect(isNarrowed(PLAIN)).toBe(false);
  });

  test('names a state by its part, or beside its part as the bar does', () => {
    expect(read('state=draft').question.bar).toEqual([{ field: 'state', value: 'any.draft' }]);
    expect(read('state=draft&part=ar').question.bar).toEqual([{ field: 'state', value: 'ar.draft' }]);
    expect(read('state=de.missing&state=ar.draft').question.bar).toHaveLength(2);
    expect(read('state=draft&state=any.draft').question.bar, 'said twice').toHaveLength(1);
  });

  test.each([
    'q=%D8%A5%D8%B2%D9%85%D9%8A%D8%B1',
    'country=DE&state=ar.draft&type=twinning',
    'g1.match=any&g1.state=ar.draft&g1.state=de.outdated&g2.theme=T-101&match=any',
    `assignee=me&author=${ID}&due=overdue&open=comments&since=2026-01-01&until=2026-02-01`,
    'columns=ar&columns=updated&group=country&sort=title',
    'sort=-due',
  ])('is written as it was read: %s', (text) => {
    const first = read(text);
    expect(first.faults).toEqual([]);
    expect(questionText(first.question)).toBe(text);
    expect(read(questionText(first.question))).toEqual(first);
  });

  test('is the same question in whatever order it is written', () => {
    expect(questionText(read('type=port&q=a&sort=-updated').question)).toBe(
      questionText(read('q=a&type=port').question),
    );
  });
});

describe('an address that does not', () => {
  test.each([
    ['unknwon=1', { parameter: 'unknwon', reason: 'unknown' }],
    ['g4.state=ar.draft', { parameter: 'g4.state', reason: 'unknown' }],
    ['state=gone', { parameter: 'state', value: 'gone', reason: 'value' }],
    ['state=fr.draft', { parameter: 'state', value: 'fr.draft', reason: 'value' }],
    ['g1.since=yesterday', { parameter: 'g1.since', value: 'yesterday', reason: 'value' }],
    ['since=2026-02-30', { parameter: 'since', reason: 'value' }],
    ['country=XX', { parameter: 'country', reason: 'value' }],
    ["theme=T-1' or 1=1 --", { parameter: 'theme', reason: 'value' }],
    ['author=somebody', { parameter: 'author', reason: 'value' }],
    ['sort=content', { parameter: 'sort', reason: 'value' }],
    ['sort=title&sort=ref', { parameter: 'sort', reason: 'tooMany' }],
    ['part=ar', { parameter: 'part', value: 'ar', reason: 'partAlone' }],
    ['part=ar&state=de.draft', { parameter: 'part', reason: 'partAlone' }],
    ['group=author', { parameter: 'group', reason: 'value' }],
    [`q=${'a'.repeat(201)}`, { parameter: 'q', reason: 'value' }],
    ['q=%00', { parameter: 'q', reason: 'value' }],
    ['state=ar.draft&'.repeat(13), { parameter: 'state', reason: 'tooMany' }],
    ['__proto__=1', { parameter: '__proto__', reason: 'unknown' }],
    ['page=2', { parameter: 'page', reason: 'unknown' }],
  ])('says by name what it was: %s', (text, fault) => {
    const { faults } = read(text);
    expect(faults).toMatchObject([fault]);
  });

  test('keeps what was understood', () => {
    expect(read('q=a&state=gone&type=port').question).toMatchObject({
      search: 'a',
      bar: [{ field: 'type', value: 'port' }],
    });
  });

  test('asks of a kind what its records do not have', () => {
    expect(read('theme=T-1', 'place').faults).toMatchObject([{ parameter: 'theme', reason: 'unknown' }]);
    expect(read('type=twinning', 'place').faults).toMatchObject([{ parameter: 'type', reason: 'value' }]);
    expect(fieldsOf('theme')).not.toContain('country');
    expect(groupingsOf('theme')).toEqual(['facts', 'ar', 'de', 'en', 'assignee']);
    expect(columnsOf('page')).toEqual(COLUMNS.filter((column) => column !== 'lead'));
    expect(fieldsOf('partnership')).toEqual([...FIELDS]);
  });

  test('may come from the framework in any shape', () => {
    const { faults } = readQuestion({ q: ['a', 'b'], state: undefined, sort: [] }, 'place');
    expect(faults).toMatchObject([{ parameter: 'q', reason: 'tooMany' }]);
  });
});

test('a count leads to those records alone', () => {
  expect(questionText(narrowedTo(read('q=a&group=ar').question, 'ar', 'missing'))).toBe('q=a&state=ar.missing');
  expect(questionText(narrowedTo(PLAIN, 'country', 'none'))).toBe('country=none');
});

describe('a place in a list', () => {
  const keys: Record<(typeof SORT_KEYS)[number], string> = {
    updated: '2026-11-25T10:00:00.123456Z',
    created: '2026-11-25T10:00:00.000000Z',
    ref: 'P0000000101',
    title: 'بريمن وإزمير',
    facts: '5',
    ar: '0',
    de: '3',
    en: '1',
    due: '9999-12-31',
  };

  test.each(SORT_KEYS)('is read as it was written: %s', (key) => {
    const sort = { key, order: 'desc' } as const;
    const after = writeCursor(placeIn(sort, { key: keys[key], id: ID }));
    expect(readListPlace({ after }, { sort, locale: 'ar' })).toEqual({
      place: { after: { key: keys[key], id: ID }, before: null },
      faults: [],
    });
  });

  test.each([
    ['no place at all', 'after', '!'],
    ['of another order', 'after', writeCursor({ key: `title:${keys.title}`, id: ID })],
    ['a time that is none', 'before', writeCursor({ key: "-updated:2026-11-25'; drop table unit", id: ID })],
    ['a day that is none', 'after', writeCursor({ key: '-updated:2026-13-45T10:00:00.123456Z', id: ID })],
    ['no id', 'before', writeCursor({ key: `-updated:${keys.updated}`, id: 'x' })],
  ])('that was not written by us is named: %s', (_name, parameter, written) => {
    const { place, faults } = readListPlace({ [parameter]: written }, { sort: PLAIN.sort, locale: 'ar' });
    expect(place).toEqual({ after: null, before: null });
    expect(faults).toMatchObject([{ parameter, reason: 'value' }]);
  });
});
