import { beforeAll, describe, expect, test } from 'vitest';
import { findRecords } from '#features/search/queries/find-records.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { importSeed } from '#tests/support/seeded.ts';

useTestDatabase();
beforeAll(importSeed, 60_000);

const wish = { locale: 'ar', limit: 20 } as const;

async function find(query: string) {
  return findRecords(query, wish);
}

describe('Bremen–İzmir is found', () => {
  test.each([
    'بريمن',
    'برمن',
    'ازمير',
    'إزمير',
    'Izmir',
    'IZMIR',
    'izmir',
    'İzmir',
    'bremen',
    'بريمن إزمير',
    'izmir bremen',
  ])('by %s', async (query) => {
    const { hits } = await find(query);
    expect(hits.map(({ slug }) => slug)).toContain('bremen-izmir');
  });
});

describe('a query in Arabic', () => {
  test.each([
    ['وبوسان', 'hamburg-busan'],
    ['لميناء هامبورغ', 'hamburg-busan'],
    ['هامبورج', 'hamburg-busan'],
    ['هامبورك', 'hamburg-busan'],
    ['Hambourg', 'hamburg-busan'],
    ['الشراكات المناخية', 'dortmund-pittsburgh'],
    ['بتسبورغ', 'dortmund-pittsburgh'],
    ['توأمة', 'bremen-izmir'],
    ['مدن شقيقة', 'bremen-izmir'],
    ['تركيا', 'bremen-izmir'],
    ['هَامْبُورغ', 'hamburg-busan'],
    ['هـامبـورغ', 'hamburg-busan'],
    ['٢٠٢٣', 'hamburg-busan'],
    ['۲۰۲۳', 'hamburg-busan'],
    ['ﻫﺎﻣﺒﻮﺭﻍ', 'hamburg-busan'],
    ['\u202Bهامبورغ\u202C', 'hamburg-busan'],
    ['موانئ', 'hamburg-busan'],
    ['الهيدروجين', 'dortmund-pittsburgh'],
    ['هيدروجين', 'dortmund-pittsburgh'],
    ['ازمبر', 'bremen-izmir'],
    ['دورتوند', 'dortmund-pittsburgh'],
    ['هامبروغ', 'hamburg-busan'],
  ])('%s finds %s', async (query, slug) => {
    const { hits } = await find(query);
    expect(hits.map((hit) => hit.slug)).toContain(slug);
  });

  test('that is found nowhere says nothing, and does not take a word for another one that only contains it', async () => {
    expect((await find('قسطنطينية')).hits).toEqual([]);
    const { hits, total, counts } = await find('');
    expect([hits, total, counts]).toEqual([[], 0, {}]);
  });

  test.each(['', '   ', '!!!', '%', '_', "';--", '\u064B\u0640', '؟', '\\', '&|!():*', 'و', '🙂'])(
    'that cannot be searched finds nothing: %j',
    async (query) => {
      expect(await find(query)).toMatchObject({ hits: [], total: 0 });
    },
  );

  test('with every sign that means something to the index is text', async () => {
    for (const query of ["بريمن' | 'x", 'بريمن & !إزمير', 'بريمن:*', '(بريمن', "\\'بريمن"]) {
      const { hits } = await find(query);
      expect(
        hits.map(({ slug }) => slug),
        query,
      ).toContain('bremen-izmir');
    }
    expect(await find('x'.repeat(5000))).toMatchObject({ total: 0 });
  });
});

describe('what is found', () => {
  test('is exact where the words stand there, close where they only look or sound alike', async () => {
    const exact = await find('بريمن');
    expect(new Set(exact.hits.map(({ match }) => match))).toEqual(new Set(['exact']));
    expect(exact.takenFor).toBeNull();
    const close = await find('بتسبورغ');
    expect(new Set(close.hits.map(({ match }) => match))).toEqual(new Set(['close']));
    expect(close.takenFor).toBe('بتسبرغ');
  });

  test('of a whole sentence is what holds its names', async () => {
    const asked = 'ما الذي يجمع اليوم بالضبط بريمن وإزمير معا قبل كل شيء';
    const { hits, takenFor, total } = await find(asked);
    expect(hits.map(({ slug }) => slug)).toContain('bremen-izmir');
    expect(takenFor).toBe('بريمن وازمير');
    expect(total).toBe((await find('بريمن وإزمير')).total);
  });

  test('of names that stand nowhere together is what holds one of them', async () => {
    const asked = 'Bürgerschaft Izmir';
    const { hits, takenFor } = await find(asked);
    expect(hits.map(({ slug }) => slug)).toContain('izmir');
    expect(takenFor).toBe(asked);
  });

  test('is counted by kind, whichever kind is asked for', async () => {
    const all = await find('بريمن');
    const { partnership = 0, place = 0 } = all.counts;
    expect([partnership > 0, place > 0]).toEqual([true, true]);
    const places = await findRecords('بريمن', { ...wish, type: 'place' });
    expect(places.counts).toEqual(all.counts);
    expect(places.total).toBe(place);
    expect(new Set(places.hits.map(({ type }) => type))).toEqual(new Set(['place']));
    const beyond = await findRecords('بريمن', { ...wish, type: 'place', offset: 100 });
    expect(beyond).toMatchObject({ hits: [], total: place });
  });

  test('is said in the language of the reader, and has the place itself before what mentions it', async () => {
    for (const [locale, title] of [
      ['ar', 'إزمير'],
      ['de', 'Izmir'],
      ['en', 'İzmir'],
    ] as const) {
      const { hits } = await findRecords('izmir', { ...wish, locale });
      expect(hits[0]?.type === 'place' ? hits[0].title : hits).toMatch(new RegExp(title, 'iu'));
    }
  });
});
