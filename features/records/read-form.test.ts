import { describe, expect, test } from 'vitest';
import '#features/kinds/all.ts';
import { readUnitForm } from './read-form.ts';

function posted(kind: string, scope: string, fields: [name: string, value: string][]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ record: 'r', kind, scope, baseRev: '3' })) form.append(name, value);
  for (const [name, value] of fields) form.append(name, value);
  return form;
}

function read(...args: Parameters<typeof posted>): unknown {
  return (readUnitForm(posted(...args)) as { content: unknown }).content;
}

describe('facts', () => {
  test('numbers, dates and choices as their types, in three digit sets', () => {
    const content = read('place', 'facts', [
      ['content.slug', 'hamburg'],
      ['content.latitude', '٥٣٫٥٥'],
      ['content.longitude', '−10,25'],
      ['content.population.0.id', 'p1'],
      ['content.population.0.value', '۱٬۷۳۹٬۱۱۷'],
      ['content.population.0.approximate', 'on'],
      ['content.sources.0.id', 's1'],
      ['content.sources.0.retrievedOn', '٤/٥/٢٠٢٣'],
    ]);
    expect(content).toEqual({
      slug: 'hamburg',
      latitude: 53.55,
      longitude: -10.25,
      population: [{ id: 'p1', value: 1_739_117, approximate: true }],
      sources: [{ id: 's1', retrievedOn: '2023-05-04' }],
    });
  });

  test('a box that is not ticked says no where yes or no must be said, and nothing where it need not', () => {
    const content = read('place', 'facts', [
      ['content.claims.0.id', 'c1'],
      ['content.claims.0.path', 'population'],
      ['content.population.0.id', 'p1'],
      ['content.population.0.value', '5'],
      ['content.claims.1.id', 'c2'],
      ['content.claims.1.path', ''],
    ]);
    expect(content).toEqual({
      claims: [{ id: 'c1', path: 'population', accepted: false }],
      population: [{ id: 'p1', value: 5 }],
    });
  });

  test('items stand where they were moved to', () => {
    const item = (number: number, id: string, position: string): [string, string][] => [
      [`content.sources.${String(number)}.id`, id],
      [`content.sources.${String(number)}.position`, position],
      [`content.sources.${String(number)}.publisher`, id],
    ];
    expect(read('place', 'facts', [...item(0, 's1', '2'), ...item(1, 's2', '0'), ...item(2, 's3', '1')])).toEqual({
      sources: ['s2', 's3', 's1'].map((id) => ({ id, publisher: id })),
    });
  });

  test('what cannot be read stays as it was typed', () => {
    const typed: [string, string][] = [
      ['content.latitude', '53 north'],
      ['content.population.0.id', 'p1'],
      ['content.population.0.value', '1.2.3'],
    ];
    expect(read('place', 'facts', typed)).toEqual({ latitude: '53 north', population: [{ id: 'p1', value: '1.2.3' }] });
  });

  test('items in the order of their numbers, without those removed or left empty', () => {
    const content = read('partnership', 'facts', [
      ['content.agreements.10.id', 'a10'],
      ['content.agreements.10.kind', 'renewal'],
      ['content.agreements.2.id', 'a2'],
      ['content.agreements.2.kind', 'contract'],
      ['content.agreements.3.id', 'a3'],
      ['content.agreements.3.kind', 'contract'],
      ['content.agreements.3.remove', 'on'],
      ['content.agreements.4.id', 'a4'],
      ['content.agreements.4.signedOn', ' '],
    ]);
    expect(content).toEqual({
      agreements: [
        { id: 'a2', kind: 'contract' },
        { id: 'a10', kind: 'renewal' },
      ],
    });
  });

  test('several values of one name', () => {
    const content = read('partnership', 'facts', [
      ['content.themes', 'T-101'],
      ['content.themes', ''],
      ['content.themes', 'T-102'],
      ['content.sdgs', '١١'],
    ]);
    expect(content).toEqual({ themes: ['T-101', 'T-102'], sdgs: [11] });
  });

  test('a name the kind does not know is kept, for the check to refuse', () => {
    expect(read('place', 'facts', [['content.state', 'published']])).toEqual({ state: 'published' });
  });
});

describe('texts', () => {
  test('lines, rich text, and the labels of items by their id', () => {
    const content = read('place', 'ar', [
      ['content.title', 'هامبورغ'],
      ['content.aliases', 'هامبورج\r\n\r\n همبرغ '],
      ['content.body', 'نص {#b1}'],
    ]);
    expect(content).toEqual({
      title: 'هامبورغ',
      aliases: ['هامبورج', 'همبرغ'],
      body: {
        type: 'doc',
        content: [{ type: 'paragraph', attrs: { id: 'b1' }, content: [{ type: 'text', text: 'نص' }] }],
      },
    });
    expect(read('partnership', 'ar', [['content.milestones.m1.title', 'زيارة']])).toEqual({
      milestones: { m1: { title: 'زيارة' } },
    });
  });
});

describe('what comes with it', () => {
  test('a third wording is read as the field of its place; a block of a text stays one under its name', () => {
    const form = posted('story', 'ar', [
      ['choice.title', 'edit'],
      ['edit.title', 'عنوان ثالث'],
      ['choice.body.b1', 'edit'],
      ['edit.body.b1', '## أول\n\nثانٍ'],
      ['choice.lead', 'mine'],
      ['edit.lead', 'لم يُختر'],
      ['against', '4'],
    ]);
    expect(readUnitForm(form)).toMatchObject({
      choices: { title: 'edit', 'body.b1': 'edit', lead: 'mine' },
      edits: { title: 'عنوان ثالث', 'body.b1': { type: 'heading', attrs: { id: 'b1', level: 2 } } },
    });
    expect(readUnitForm(form)).not.toHaveProperty('edits.lead');
  });

  test('the remark, the minor edit, the tab, the choices after a conflict', () => {
    const form = posted('place', 'ar', [
      ['note', ' إملاء '],
      ['minor', 'on'],
      ['session', 'tab-1'],
      ['choice.title', 'mine'],
      ['choice.body.b1', 'theirs'],
      ['against', '5'],
    ]);
    expect(readUnitForm(form)).toEqual({
      record: 'r',
      scope: 'ar',
      baseRev: '3',
      content: {},
      note: 'إملاء',
      minor: true,
      session: 'tab-1',
      choices: { title: 'mine', 'body.b1': 'theirs' },
      against: '5',
    });
  });
});

describe('hostile names', () => {
  test.each(['__proto__', 'constructor', 'toString'])('%s is a name like any other', (name) => {
    const content = read('partnership', 'facts', [
      [`content.${name}.polluted`, 'x'],
      [`content.agreements.${name}.kind`, 'contract'],
    ]);
    expect(Object.hasOwn(content as object, name)).toBe(true);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  test('names of a hundred thousand steps are read', () => {
    const name = `content.${'a.'.repeat(100_000)}a`;
    expect(Object.keys(read('place', 'facts', [[name, 'x']]) as object)).toEqual(['a']);
  });

  test('a file in the place of a text is no text', () => {
    const form = posted('place', 'ar', []);
    form.append('content.title', new File(['x'], 'x.txt'));
    expect(readUnitForm(form)).toMatchObject({ content: {} });
  });
});

test('the time a form takes grows with its fields, not with their square', () => {
  const many = Array.from({ length: 20_000 }, (_, n): [string, string] => [`content.f${String(n)}`, 'x']);
  const form = posted('place', 'facts', many);
  const began = performance.now();
  readUnitForm(form);
  // With one search for each name this took four seconds.
  expect(performance.now() - began).toBeLessThan(1000);
});
