import { describe, expect, test, vi } from 'vitest';
import { csvOf } from '#app/_components/csv.ts';
import { shapeOf } from './geo-json.ts';
import { faultsOf, formatOf, nextAddress } from './read-asked.ts';

// Nothing here says a word to anybody.
vi.mock('next-intl/server', () => ({ getTranslations: vi.fn() }));

describe('a table', () => {
  test('begins with a byte order mark and ends every line as the format wants it', () => {
    expect(csvOf(['a', 'b'], [{ a: 'بريمن', b: -1.5 }])).toBe('\uFEFFa,b\r\nبريمن,-1.5\r\n');
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+49', "'+49"],
    ['-x', "'-x"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['=a,"b"', `"'=a,""b"""`],
    ['a\nb', '"a\nb"'],
    [null, ''],
  ])('writes %j as %j', (value, cell) => {
    expect(csvOf(['a'], [{ a: value }])).toBe(`\uFEFFa\r\n${cell}\r\n`);
  });
});

describe('a shape', () => {
  test.each([
    [[], null],
    [[[8, 53]], { type: 'Point', coordinates: [8, 53] }],
    [
      [
        [8, 53],
        [27, 38],
      ],
      {
        type: 'LineString',
        coordinates: [
          [8, 53],
          [27, 38],
        ],
      },
    ],
    [
      [
        [1, 1],
        [2, 2],
        [3, 3],
      ],
      {
        type: 'MultiPoint',
        coordinates: [
          [1, 1],
          [2, 2],
          [3, 3],
        ],
      },
    ],
  ] as const)('of %j', (points, shape) => {
    expect(shapeOf(points)).toEqual(shape);
  });

  test.each([
    [
      [170, 10],
      [-170, 20],
    ],
    [
      [-170, 20],
      [170, 10],
    ],
  ] as const)('from %j to %j is cut at the antimeridian', (first, second) => {
    const coordinates = [
      [
        [170, 10],
        [180, 15],
      ],
      [
        [-180, 15],
        [-170, 20],
      ],
    ];
    expect(shapeOf([first, second])).toEqual({ type: 'MultiLineString', coordinates });
  });
});

describe('a question', () => {
  const faults = (search: string) =>
    faultsOf(new URLSearchParams(search), { keys: ['type', 'sort'], ignored: ['x'] }).map(({ name, reason }) => [
      name,
      reason,
    ]);

  test.each([
    ['type=twinning&limit=100&format=csv&locale=de', []],
    ['type=x', [['type', 'unknown']]],
    ['type=x&type=%20x', [['type', 'unknown']]],
    ['typ=twinning', [['typ', 'unknown']]],
    ['type=twinning&type=friendship&sort=title', []],
    ['sort=title&sort=since', [['sort', 'repeated']]],
    ['locale=de&locale=de', [['locale', 'repeated']]],
    ['limit=0', [['limit', 'limit']]],
    ['limit=101', [['limit', 'limit']]],
    ['limit=1e2', [['limit', 'limit']]],
    ['format=xml', [['format', 'unknown']]],
    ['locale=fr', [['locale', 'language']]],
  ])('%s has the faults %j', (search, found) => {
    expect(faults(search)).toEqual(found);
  });

  test('names the form of the answer', () => {
    expect(formatOf(new URLSearchParams())).toBe('json');
    expect(formatOf(new URLSearchParams('format=csv'), ['json', 'geojson'])).toBeNull();
  });

  test('goes on with the same filters', () => {
    const next = { key: 'a', id: '00000000-0000-4000-8000-000000000000' };
    const address = nextAddress(new Request('http://x/api/v1/places?country=de&after=old'), next) ?? '';
    const asked = new URL(address, 'http://x').searchParams;
    expect([asked.get('country'), asked.getAll('after').length, asked.get('after') === 'old']).toEqual([
      'de',
      1,
      false,
    ]);
    expect(nextAddress(new Request('http://x/'), null)).toBeNull();
  });
});
