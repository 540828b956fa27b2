import { afterEach, describe, expect, test } from 'vitest';
import { plantTree } from '#tests/support/planted-tree.ts';
import { findDocFaults } from './doc-faults.ts';
import { describeFinding, type Finding } from './finding.ts';
import { findRoomFaults } from './room-faults.ts';
import { findStyleFaults } from './style-faults.ts';

const planted: { remove: () => void }[] = [];
afterEach(() => {
  for (const tree of planted.splice(0)) tree.remove();
});

function faultsIn(find: (root: string) => Finding[], files: Record<string, string>): string[] {
  const tree = plantTree(files);
  planted.push(tree);
  return find(tree.root).map(describeFinding);
}

describe('rooms', () => {
  const readme = '# Places\n\n**Purpose.** **Who.** **Always true** **Doors.** `geo.ts` **Not here.**\n';
  const room = { 'features/places/README.md': readme };

  test('a room with known files, and with doors that its README names, is fine', () => {
    const files = {
      ...room,
      'features/places/model.ts': '',
      'features/places/model.test.ts': '',
      'features/places/geo.ts': '',
      'features/places/geo.test.ts': '',
      'features/places/queries/find-place.ts': '',
      'features/places/components/card/place-card.tsx': '',
    };
    expect(faultsIn(findRoomFaults, files)).toEqual([]);
  });

  test.each([
    { file: 'features/places/area.ts', fault: 'is a door that the README' },
    { file: 'features/places/card.tsx', fault: 'stands in components/' },
    { file: 'features/places/views/card.tsx', fault: 'which no room has' },
    { file: 'features/places/queries/places.ts', fault: 'is a question' },
  ])('$file is not', ({ file, fault }) => {
    expect(faultsIn(findRoomFaults, { ...room, [file]: '' })).toEqual([expect.stringMatching(`^${file} .*${fault}`)]);
  });

  test('an unknown room, and one without README, are not', () => {
    expect(faultsIn(findRoomFaults, { 'features/cellar/model.ts': '' })).toEqual([
      expect.stringContaining('features/cellar has no place in the order'),
      'features/cellar/README.md is missing',
    ]);
  });

  test('a long README that leaves something out is not', () => {
    const long = readme.replace('**Who.**', '') + 'more\n'.repeat(30);
    expect(faultsIn(findRoomFaults, { 'features/places/README.md': long })).toEqual([
      expect.stringContaining('has 33 lines'),
      expect.stringContaining('**Who.**'),
    ]);
  });
});

describe('style sheets', () => {
  const sheet = (rule: string) => faultsIn(findStyleFaults, { 'app/styles/a.css': `.a {\n  ${rule};\n}\n` });

  test.each([
    'margin-inline-start: 4px',
    'inset-inline: 0',
    'text-align: start',
    'margin: 1px 2px 3px 2px',
    'border-radius: 4px 4px 0 0',
    'background-position: left 12px center',
    'padding: calc(1px + 2px) 3px 4px 3px',
    'top: 0; /* left: 0; */ bottom: 0',
    '--right-of-way: 1',
    'grid-template-areas: "left-column right-column"',
  ])('%s is fine', (rule) => {
    expect(sheet(rule)).toEqual([]);
  });

  test.each([
    'margin-left: 4px',
    'top: 0; right: 0',
    'text-align: left',
    'float: right',
    'margin: 1px 2px 3px 4px',
    'padding: calc(1px + 2px) 3px 4px 5px',
    'border-radius: 4px 0 0 4px',
    'border-top-left-radius: 4px',
    'background-image: linear-gradient(to left, red, blue)',
    '--side: left',
    '@apply ml-2',
  ])('%s is not', (rule) => {
    expect(sheet(rule)).toEqual([expect.stringMatching(/^app\/styles\/a\.css:2 /u)]);
  });

  test('a sheet of more than 300 lines is not', () => {
    expect(faultsIn(findStyleFaults, { 'ui/long.css': '\n'.repeat(300) + '.a {\n}\n' })).toEqual([
      expect.stringContaining('has 302 lines'),
    ]);
  });
});

describe('documents', () => {
  const project = { 'package.json': '{"scripts":{"up":"x","bench:public":"x"}}', 'db/client.ts': '', 'db/slot.ts': '' };
  const doc = (text: string) => faultsIn(findDocFaults, { ...project, 'db/README.md': text });

  test.each([
    'see `db/client.ts`, `slot.ts` and [the doors](client.ts#doors) or [ours](../db/slot.ts)',
    '`schema/<room>.ts`, `db/*.ts`, `{ar,de}.json`, `a/b`, [out](https://example.org/x.md)',
    'run `npm run up`, `npm run bench:public` or any `npm run bench:*`',
    '```\ncat db/gone.ts `db/gone.ts`\n```',
  ])('%s is fine', (text) => {
    expect(doc(text)).toEqual([]);
  });

  test.each(['`db/gone.ts`', '`gone.ts`', '`db/gone/`', '[gone](./gone.md)', '`npm run down`', 'npm run bench:desk'])(
    '%s is not',
    (text) => {
      expect(doc(`First.\n${text}`)).toEqual([expect.stringMatching(/^db\/README\.md:2 names /u)]);
    },
  );

  test('what decisions say of their day is left alone', () => {
    expect(faultsIn(findDocFaults, { ...project, 'docs/decisions/0001-a.md': '`db/gone.ts`' })).toEqual([]);
  });
});
