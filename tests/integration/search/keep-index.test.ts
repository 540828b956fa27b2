import { beforeAll, describe, expect, test } from 'vitest';
import { publicDb } from '#db/client.ts';
import { searchEntry, searchSynonym, searchWord } from '#db/schema/search.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { saveUnit } from '#features/records/commands/save-unit.ts';
import { unpublishUnits } from '#features/records/commands/unpublish-units.ts';
import { indexDue } from '#features/search/keep-index.ts';
import { findRecords } from '#features/search/queries/find-records.ts';
import { listSuggestions } from '#features/search/queries/list-suggestions.ts';
import { callBy } from '#tests/support/calls.ts';
import { partnershipFacts, textOf } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, publish } from '#tests/support/factories.ts';

useTestDatabase();

const wish = { locale: 'ar', limit: 10 } as const;

async function slugsFor(query: string): Promise<string[]> {
  while ((await indexDue()) > 0);
  return (await findRecords(query, wish)).hits.map(({ slug }) => slug);
}

describe('of records that hold a word in equally weighty parts', () => {
  test('the one of which more is known comes first, however often and in how many forms the others have it', async () => {
    const city = await aPlace({ slug: 'odense', texts: { ar: textOf('أودنسه') }, isPublished: true });
    const other = await aPlace({ texts: { ar: textOf('نانسي') }, isPublished: true });
    const { parties } = partnershipFacts([city.id, other.id]);
    const lead = 'توأمة بين مدينتين تجمعهما صناعة السفن والجامعات والمتاحف منذ زمن';
    const make = async (slug: string, title: string, more = {}) =>
      aPartnership({ slug, facts: { parties }, texts: { ar: textOf(title, more) }, isPublished: true });
    await make('known', 'أودنسه ونانسي', { lead });
    await make('bare', 'نانسي وأودنسه');
    await aPartnership({
      slug: 'by-the-way',
      texts: { ar: textOf('أخرى', { lead: `أودنسه ${lead}` }) },
      isPublished: true,
    });
    expect(await slugsFor('أودنسه')).toEqual(['odense', 'known', 'bare', 'by-the-way']);
  });
});

describe('the index', () => {
  test('follows releases and withdrawals, and what is named by others', async () => {
    const { id, places } = await aPartnership({
      slug: 'followed',
      texts: { ar: textOf('شراكة قديمة'), de: textOf('Partnerschaft') },
      isPublished: true,
    });
    expect(await slugsFor('قديمة')).toEqual(['followed']);
    const call = callBy();
    await runCommand(saveUnit, { record: id, scope: 'ar', content: textOf('شراكة جديدة'), baseRev: 1 }, call);
    expect(await slugsFor('جديدة')).toEqual([]);
    await publish(id, { ar: 2 });
    expect(await slugsFor('جديدة')).toEqual(['followed']);
    expect(await slugsFor('قديمة')).toEqual([]);
    await runCommand(saveUnit, { record: places[0], scope: 'ar', content: textOf('فلورنسا'), baseRev: 1 }, callBy());
    await publish(places[0], { ar: 2 });
    expect(await slugsFor('فلورنسا')).toContain('followed');
    await runCommand(unpublishUnits, { record: id, scopes: ['facts', 'ar', 'de'] }, callBy());
    expect(await slugsFor('جديدة')).toEqual([]);
  });

  test('has nothing to do where nothing was released', async () => {
    while ((await indexDue()) > 0);
    expect(await indexDue()).toBe(0);
  });

  test('holds nothing of drafts', async () => {
    await aPlace({ texts: { ar: textOf('مسوّدة') } });
    expect(await slugsFor('مسودة')).toEqual([]);
  });

  test('can be read by the public, which changes nothing in it', async () => {
    for (const table of [searchEntry, searchSynonym, searchWord]) {
      await expect(publicDb().select().from(table).limit(1)).resolves.toBeDefined();
      await expect(publicDb().delete(table)).rejects.toThrow();
    }
  });
});

describe('suggestions', () => {
  beforeAll(async () => {
    await aPlace({ slug: 'bremen', texts: { ar: textOf('بريمن'), de: textOf('Bremen') }, isPublished: true });
    await aPlace({ slug: 'rabat', texts: { ar: textOf('الرباط') }, isPublished: true });
    await aPlace({ slug: 'new-york', texts: { en: textOf('New York') }, sourceLocale: 'en', isPublished: true });
    while ((await indexDue()) > 0);
  });

  test.each([
    ['بر', 'bremen'],
    ['Brem', 'bremen'],
    ['الربا', 'rabat'],
    ['ربا', 'rabat'],
    ['new yo', 'new-york'],
    ['نيو', undefined],
  ])('for %s', async (typed, slug) => {
    const found = await listSuggestions(typed, 'ar', 8);
    expect(found.map((one) => one.slug)).toEqual(slug === undefined ? [] : expect.arrayContaining([slug]));
  });

  test('have a gloss where a name is another one elsewhere', async () => {
    const [bremen] = await listSuggestions('bremen', 'ar', 8);
    expect(bremen).toMatchObject({ title: 'بريمن', textLocale: 'ar', gloss: 'Bremen', glossLocale: 'de' });
  });

  test.each(['', 'ب', '!', '%', "'", 'x'.repeat(300)])('there are none for %j', async (typed) => {
    expect(await listSuggestions(typed, 'ar', 8)).toEqual([]);
  });
});
