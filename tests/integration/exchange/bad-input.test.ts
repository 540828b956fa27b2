import { beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '#features/ledger/run-command.ts';
import { trashRecord } from '#features/records/commands/trash-record.ts';
import { callBy } from '#tests/support/calls.ts';
import { paragraph } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { lookInto } from '#tests/support/looking.ts';
import { bring, bringBytes, partnershipRow, placeRow } from './files.ts';

const database = useTestDatabase();
const { fingerprint } = lookInto(database);

const [one, two] = ['base:1', 'base:2'];

beforeAll(async () => {
  await bring([placeRow(one), placeRow(two), placeRow('base:trashed'), placeRow('base:draft', { state: 'draft' })]);
  await bring([partnershipRow('base:p', [one, two])]);
  const [row] = await database.admin<{ id: string }[]>`select id from record where import_key = 'base:trashed'`;
  await runCommand(trashRecord, { record: row?.id ?? '' }, callBy());
});

const good = placeRow('good:1');
const facts = (changes: Record<string, unknown>) => partnershipRow('bad:1', [one, two], changes);
const place = (changes: Record<string, unknown>) => placeRow('bad:1', changes);
const text = (changes: Record<string, unknown>) => place({ texts: { ar: { title: 'عنوان', ...changes } } });
const own = (changes: Record<string, unknown>) => place({ facts: { slug: 'bad-1', country: 'DE', ...changes } });
const raw = (json: string): unknown => JSON.parse(json);

/** The named cases of bad input: what stands in the row, the field that is named, and why. */
const CASES: [name: string, row: unknown, field: string, reason: string][] = [
  ['empty: a row', {}, 'kind', 'required'],
  ['empty: nothing at all', null, '', 'wrongType'],
  ['empty: no title', text({ title: ' ' }), 'texts.ar.title', 'required'],
  ['empty: no text to release', place({ texts: {} }), 'texts', 'required'],
  ['empty: no country', place({ facts: { slug: 'bad-1' } }), 'facts.country', 'required'],
  ['over-long: a title', text({ title: 'ط'.repeat(121) }), 'texts.ar.title', 'tooLong'],
  ['over-long: a key', place({ key: 'k'.repeat(201) }), 'key', 'tooLong'],
  ['over-long: a unit', text({ lead: 'x'.repeat(1_000_001) }), 'texts.ar', 'tooLong'],
  ['over-long: a list', text({ aliases: Array.from({ length: 51 }, () => 'x') }), 'texts.ar.aliases', 'tooMany'],
  ['wrong type: a row', 'place', '', 'wrongType'],
  ['wrong type: facts', place({ facts: [] }), 'facts', 'wrongType'],
  ['wrong type: a text', place({ texts: { ar: 'هامبورغ' } }), 'texts.ar', 'wrongType'],
  ['wrong type: a number', own({ latitude: '53' }), 'facts.latitude', 'wrongType'],
  ['wrong type: a list', facts({ parties: 'x' }), 'facts.parties', 'wrongType'],
  ['wrong type: an item', facts({ agreements: ['x'] }), 'facts.agreements.0', 'wrongType'],
  ['wrong type: sources beside the row’s own', facts({ sources: 'x' }), 'facts.sources', 'wrongType'],
  [
    'wrong type: a flag',
    facts({ agreements: [{ kind: 'contract', openEnded: 'yes' }] }),
    'facts.agreements.0.openEnded',
    'wrongType',
  ],
  ['unknown key: of the row', place({ status: 'x' }), 'status', 'unknownKey'],
  ['unknown key: of the facts', own({ mayor: 'x' }), 'facts.mayor', 'unknownKey'],
  [
    'unknown key: of an item',
    facts({ agreements: [{ kind: 'contract', by: 'x' }] }),
    'facts.agreements.0.by',
    'unknownKey',
  ],
  ['unknown key: a language', place({ texts: { fr: { title: 'x' } } }), 'texts.fr', 'unknownKey'],
  [
    'unknown key: a prototype',
    own(raw('{"__proto__": {"slug": "x"}}') as object as Record<string, unknown>),
    'facts.__proto__',
    'unknownKey',
  ],
  [
    'unknown key: a prototype of the row',
    raw('{"kind": "place", "key": "bad:1", "__proto__": {"state": "published"}}'),
    '__proto__',
    'unknownKey',
  ],
  ['unknown key: a constructor', own({ constructor: { prototype: 1 } }), 'facts.constructor', 'unknownKey'],
  ['unknown kind', place({ kind: 'county' }), 'kind', 'notOffered'],
  ['unknown state', place({ state: 'archived' }), 'state', 'notOffered'],
  ['a country that is none', own({ country: 'XX' }), 'facts.country', 'notOffered'],
  ['a key with spaces', place({ key: 'bad 1' }), 'key', 'format'],
  ['a key with a null character', place({ key: 'bad\u0000' }), 'key', 'controlCharacter'],
  ['bidi override', text({ title: 'abc\u202Edef' }), 'texts.ar.title', 'bidiControl'],
  [
    'bidi override in rich text',
    text({ body: paragraph('a\u2067b') }),
    'texts.ar.body.content.0.content.0.text',
    'bidiControl',
  ],
  [
    'a lone surrogate',
    raw(String.raw`{"kind":"place","key":"bad:1","texts":{"ar":{"title":"\ud83d"}}}`),
    'texts.ar.title',
    'loneSurrogate',
  ],
  ['a lone surrogate in a key', raw(String.raw`{"kind":"place","key":"bad\udc00"}`), 'key', 'loneSurrogate'],
  ['a null character', text({ lead: 'a\u0000b' }), 'texts.ar.lead', 'controlCharacter'],
  [
    'a future date',
    facts({ agreements: [{ kind: 'contract', signedOn: '2026-11-26' }] }),
    'facts.agreements.0.signedOn',
    'dateFuture',
  ],
  [
    'an impossible date',
    facts({ agreements: [{ kind: 'contract', signedOn: '2023-02-30' }] }),
    'facts.agreements.0.signedOn',
    'dateImpossible',
  ],
  [
    'an end before the start',
    facts({ projects: [{ startedOn: '2020', endedOn: '2019' }] }),
    'facts.projects.0.endedOn',
    'endBeforeStart',
  ],
  ['a party twice', facts({ parties: [{ place: one }, { place: one }] }), 'facts.parties.1.place', 'partyTwice'],
  [
    'a party that is nobody',
    facts({ parties: [{ place: one }, { role: 'lead' }] }),
    'facts.parties.1.place',
    'partyNeedsOne',
  ],
  ['fewer than two parties', facts({ parties: [{ place: one }] }), 'facts.parties', 'tooFew'],
  ['no parties', facts({ parties: [] }), 'facts.parties', 'required'],
  ['a slug taken', own({ slug: 'base-1' }), 'facts.slug', 'addressTaken'],
  ['a slug with capitals', own({ slug: 'Bad' }), 'facts.slug', 'format'],
  [
    'a reference to a trashed record',
    facts({ parties: [{ place: one }, { place: 'base:trashed' }] }),
    'facts.parties.1.place',
    'unknownReference',
  ],
  [
    'a reference to a draft',
    facts({ parties: [{ place: one }, { place: 'base:draft' }] }),
    'facts.parties.1.place',
    'referenceUnpublished',
  ],
  [
    'a reference to nothing',
    facts({ parties: [{ place: one }, { place: 'nowhere' }] }),
    'facts.parties.1.place',
    'unknownReference',
  ],
  ['a reference to another kind', facts({ themes: [one] }), 'facts.themes', 'unknownReference'],
  [
    'a source that is not listed',
    facts({ agreements: [{ kind: 'contract', sourceId: 's9' }] }),
    'facts.agreements.0.sourceId',
    'unknownSource',
  ],
  [
    'two items of one name',
    facts({
      agreements: [
        { id: 'a1', kind: 'contract' },
        { id: 'a1', kind: 'renewal' },
      ],
    }),
    'facts.agreements.1.id',
    'twice',
  ],
  ['rich text: a text', text({ body: 'x' }), 'texts.ar.body', 'jsonInvalid'],
  [
    'rich text: an unknown block',
    text({ body: { type: 'doc', content: [{ type: 'script' }] } }),
    'texts.ar.body.content.0',
    'jsonInvalid',
  ],
  ['rich text: no blocks', text({ body: { type: 'doc' } }), 'texts.ar.body.content', 'jsonInvalid'],
  ['kinds swapped for a known key', { kind: 'theme', key: one, facts: {}, texts: {} }, 'kind', 'kindChanged'],
];

describe.each([
  ['beside a good one', false],
  ['in a dry run', true],
] as const)('a bad row %s', (_name, dryRun) => {
  test.each(CASES)('%s', async (...[, row, field, reason]) => {
    const before = await fingerprint();
    const { lines, summary, isRefused } = await bring([good, row], { dryRun });
    expect(isRefused).toBe(true);
    expect(summary).toMatch(/^rows\.json: .+ Nothing was changed\.$/u);
    expect(lines[0]).toMatchObject({ file: 'rows.json', row: 1, key: 'good:1', verdict: 'held' });
    expect(lines[1]).toMatchObject({ file: 'rows.json', row: 2, verdict: 'refused' });
    expect(lines[1]?.problems).toContainEqual(expect.objectContaining({ field, reason }));
    // A sentence for a person, not a code.
    for (const problem of lines[1]?.problems ?? []) expect(problem.message).toMatch(/^[A-Z].+\.$/u);
    expect(await fingerprint()).toBe(before);
  });
});

test('a row twice in a file', async () => {
  const { lines } = await bring([placeRow('bad:1'), placeRow('bad:1')]);
  expect(lines).toMatchObject([
    { row: 1, verdict: 'held' },
    { row: 2, verdict: 'refused', problems: [{ field: 'key', reason: 'twice' }] },
  ]);
});

test('two rows that want one address: the second is refused', async () => {
  const rows = [own({ slug: 'wanted-by-two' }), placeRow('bad:2', { facts: { slug: 'wanted-by-two', country: 'DE' } })];
  const { lines } = await bring(rows);
  expect(lines).toMatchObject([
    { row: 1, verdict: 'held' },
    { row: 2, verdict: 'refused', problems: [{ field: 'facts.slug', reason: 'addressTaken' }] },
  ]);
});

test('rows that point to a refused one wait, and are not blamed for it', async () => {
  const rows = [
    partnershipRow('waits:p', ['waits:1', one]),
    own({ country: 'XX' }),
    placeRow('waits:1', { facts: { slug: 'waits-1', country: 'XX' } }),
    { kind: 'story', key: 'waits:s', facts: { related: ['waits:p'] } },
  ];
  const { lines } = await bring(rows);
  expect(lines.map(({ verdict }) => verdict)).toEqual(['held', 'refused', 'refused', 'held']);
});

test('all that is wrong with a row is said at once', async () => {
  const { lines } = await bring([own({ country: 'XX', latitude: 91, mayor: 'x' })]);
  expect(lines[0]?.problems?.map(({ field }) => field).toSorted()).toEqual(['facts.latitude', 'facts.mayor']);
});

describe('a bad file', () => {
  test.each([
    ['malformed JSON', new TextEncoder().encode('[\n {"kind": place}]'), 'notJson', 'line 2, column 11'],
    [
      'a name that stands twice',
      new TextEncoder().encode('[{"key": "a", "key": "b"}]'),
      'keyTwice',
      'line 1, column 15',
    ],
    ['a hundred thousand levels', new TextEncoder().encode('['.repeat(100_000)), 'tooDeep', 'nested'],
    ['not UTF-8', Uint8Array.from([0x5b, 0xff, 0x5d]), 'notUtf8', 'UTF-8'],
    ['20 MB', new Uint8Array(20 * 1024 * 1024).fill(0x20), 'bytesTooMany', '16 MB'],
    ['an object', new TextEncoder().encode('{}'), 'notList', 'list'],
    ['an empty list', new TextEncoder().encode('[]'), 'empty', 'no records'],
  ])('%s', async (_name, bytes, reason, words) => {
    const before = await fingerprint();
    const { lines, summary, isRefused } = await bringBytes(bytes);
    expect(isRefused).toBe(true);
    expect(lines).toMatchObject([{ file: 'rows.json', verdict: 'refused', problems: [{ reason }] }]);
    expect(lines[0]?.problems?.[0]?.message).toContain(words);
    expect(summary).toContain('Nothing was changed.');
    expect(await fingerprint()).toBe(before);
  });

  test('deep nesting inside of a row is no matter for the database', async () => {
    const deep = `[{"kind":"place","key":"deep:1","facts":{"slug":${'['.repeat(50)}1${']'.repeat(50)}}}]`;
    const { lines } = await bringBytes(new TextEncoder().encode(deep));
    expect(lines).toMatchObject([{ verdict: 'refused', problems: [{ field: 'facts.slug', reason: 'wrongType' }] }]);
  });
});
