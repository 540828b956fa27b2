import { beforeAll, describe, expect, test } from 'vitest';
import { type PartnershipQuestion, readPartnershipQuestion } from '#features/partnerships/list-question.ts';
import { countFacets } from '#features/partnerships/queries/count-facets.ts';
import { findPartnershipPage } from '#features/partnerships/queries/find-partnership-page.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { importSeed } from '#tests/support/seeded.ts';

useTestDatabase();
beforeAll(importSeed, 60_000);

const DAY = '2026-11-26';
const here: { locale: 'ar'; day: string; size: number } = { locale: 'ar', day: DAY, size: 20 };

async function slugsFor(asked: Parameters<typeof readPartnershipQuestion>[0], options = here): Promise<string[]> {
  const { partnerships } = await findPartnershipPage(readPartnershipQuestion(asked), options);
  return partnerships.map(({ slug }) => slug);
}

describe('a list of partnerships', () => {
  test.each([
    ['everything', {}, ['bremen-izmir', 'dortmund-pittsburgh', 'hamburg-busan']],
    ['a type', { type: 'twinning' }, ['bremen-izmir']],
    ['one of two types', { type: ['twinning', 'climate'] }, ['bremen-izmir', 'dortmund-pittsburgh']],
    ['a status', { status: 'expired' }, ['dortmund-pittsburgh']],
    ['a country', { country: 'tr' }, ['bremen-izmir']],
    ['a country in capitals', { country: 'TR' }, ['bremen-izmir']],
    ['a place', { place: 'izmir' }, ['bremen-izmir']],
    ['a theme', { theme: 'wind-energy' }, ['bremen-izmir']],
    ['years', { from: '1990', to: '2000' }, ['bremen-izmir']],
    ['years in Arabic digits', { from: '٢٠٢٣' }, ['hamburg-busan']],
    ['a language', { language: 'de' }, ['bremen-izmir', 'dortmund-pittsburgh', 'hamburg-busan']],
    ['two filters together', { country: 'de', status: 'expired' }, ['dortmund-pittsburgh']],
    ['what no partnership meets', { country: 'fr' }, []],
    ['a place that is not there', { place: 'atlantis' }, ['bremen-izmir', 'dortmund-pittsburgh', 'hamburg-busan']],
  ])('is narrowed by %s', async (_name, asked, slugs) => {
    expect((await slugsFor(asked)).toSorted()).toEqual(slugs);
  });

  test('says what means nothing, and leaves it out', async () => {
    const question = readPartnershipQuestion({ type: ['x', 'twinning'], country: 'zz', place: 'atlantis', after: '!' });
    const { ignored, total } = await findPartnershipPage(question, here);
    expect([ignored, total]).toEqual([['x', 'zz', '!', 'atlantis'], 1]);
  });

  test.each(['changed', 'title', 'oldest', 'newest'] as const)(
    'sorted by %s is read forwards and back page by page',
    async (sort) => {
      const all = await slugsFor({ sort });
      const pages: string[] = [];
      const back: string[] = [];
      let question: PartnershipQuestion = readPartnershipQuestion({ sort });
      for (let at = 0; at < 3; at += 1) {
        const { partnerships, next, previous } = await findPartnershipPage(question, { ...here, size: 1 });
        pages.push(...partnerships.map(({ slug }) => slug));
        expect([previous === null, next === null]).toEqual([at === 0, at === 2]);
        if (next !== null) question = { ...question, after: next };
      }
      expect(pages).toEqual(all);
      for (let at = 0; at < 2; at += 1) {
        const { previous } = await findPartnershipPage(question, { ...here, size: 1 });
        question = { ...question, after: null, before: previous };
        const { partnerships, next } = await findPartnershipPage(question, { ...here, size: 1 });
        expect(next).not.toBeNull();
        back.push(...partnerships.map(({ slug }) => slug));
      }
      expect(back).toEqual(all.slice(0, 2).toReversed());
    },
  );

  test('is sorted by names as the reader’s language sorts them, and by time', async () => {
    expect(await slugsFor({ sort: 'title' })).toEqual(['bremen-izmir', 'dortmund-pittsburgh', 'hamburg-busan']);
    expect(await slugsFor({ sort: 'oldest' })).toEqual(['bremen-izmir', 'dortmund-pittsburgh', 'hamburg-busan']);
    expect(await slugsFor({ sort: 'newest' })).toEqual(['hamburg-busan', 'dortmund-pittsburgh', 'bremen-izmir']);
  });

  test('knows the status of the day', async () => {
    expect(await slugsFor({ status: 'active' }, { ...here, day: '2025-12-30' })).toContain('dortmund-pittsburgh');
    expect(await slugsFor({ status: 'active' }, { ...here, day: '2026-01-02' })).not.toContain('dortmund-pittsburgh');
  });
});

describe('the counts of filters', () => {
  const count = async (asked: Parameters<typeof readPartnershipQuestion>[0]) => {
    const { resolved } = await findPartnershipPage(readPartnershipQuestion(asked), here);
    return countFacets(resolved, here);
  };

  test('say what each value would leave', async () => {
    const { type, country, status, language, place } = await count({});
    expect(type.map(({ value, count: n }) => [value, n])).toEqual(
      expect.arrayContaining([
        ['climate', 1],
        ['cooperation', 1],
        ['twinning', 1],
      ]),
    );
    expect(country.find(({ value }) => value === 'DE')?.count).toBe(3);
    expect(status.reduce((sum, one) => sum + one.count, 0)).toBe(3);
    expect(language.map(({ count: n }) => n)).toEqual([3, 3, 3]);
    expect(place.find(({ value }) => value === 'izmir')?.names.ar).toBe('إزمير');
  });

  test('of a filter in which something is chosen are those of the other filters', async () => {
    const { type, country } = await count({ type: 'twinning' });
    expect(type).toHaveLength(3);
    expect(country.map(({ value }) => value).toSorted()).toEqual(['DE', 'TR']);
  });
});
