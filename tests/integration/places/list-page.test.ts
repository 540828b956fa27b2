import { beforeAll, describe, expect, test } from 'vitest';
import { readPlaceQuestion } from '#features/places/list-question.ts';
import { findPlacePage } from '#features/places/queries/find-place-page.ts';
import { completePlaceNames } from '#features/places/complete-place-names.ts';
import { textOf } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPlace } from '#tests/support/factories.ts';

const { admin } = useTestDatabase();

const NAMES = [
  ['cairo', 'القاهرة', 'EG'],
  ['bremen', 'بريمن', 'DE'],
  ['izmir', 'إزمير', 'TR'],
  ['aachen', 'آخن', 'DE'],
  ['busan', 'بوسان', 'KR'],
  ['rabat', 'الرباط', 'MA'],
] as const;

beforeAll(async () => {
  for (const [slug, title, country] of NAMES) {
    await aPlace({ slug, facts: { country }, texts: { ar: textOf(title) }, isPublished: true });
  }
  await aPlace({
    slug: 'bern',
    facts: { country: 'CH' },
    texts: { de: textOf('Bern') },
    sourceLocale: 'de',
    isPublished: true,
  });
});

const here = { locale: 'ar', size: 20 } as const;

async function find(
  asked: Parameters<typeof readPlaceQuestion>[0],
  options: { locale: 'ar' | 'de'; size: number } = here,
) {
  return findPlacePage(readPlaceQuestion(asked), options);
}

describe('the list of places', () => {
  test('stands in the order of the alphabet, without the article, other alphabets behind', async () => {
    const { places, total, letters } = await find({});
    expect(places.map(({ title }) => title)).toEqual(['آخن', 'إزمير', 'بريمن', 'بوسان', 'الرباط', 'القاهرة', 'Bern']);
    expect(total).toBe(7);
    expect(letters.toSorted()).toEqual(['B', 'ا', 'ب', 'ر', 'ق']);
    expect(places.at(-1)?.textLocale).toBe('de');
  });

  test.each([
    [{ letter: 'ا' }, ['aachen', 'izmir']],
    [{ letter: 'b' }, ['bern']],
    [{ country: 'de' }, ['aachen', 'bremen']],
    [{ country: ['de', 'tr'], letter: 'ا' }, ['aachen', 'izmir']],
    [{ letter: 'ض' }, []],
  ])('is narrowed by %j', async (asked, slugs) => {
    const { places, total } = await find(asked);
    expect(places.map(({ slug }) => slug)).toEqual(slugs);
    expect(total).toBe(slugs.length);
  });

  test('is read forwards and back page by page', async () => {
    const all = (await find({})).places.map(({ slug }) => slug);
    const first = await findPlacePage(readPlaceQuestion({}), { ...here, size: 3 });
    expect(first.previous).toBeNull();
    const second = await findPlacePage({ ...readPlaceQuestion({}), after: first.next }, { ...here, size: 3 });
    const third = await findPlacePage({ ...readPlaceQuestion({}), after: second.next }, { ...here, size: 3 });
    expect([...first.places, ...second.places, ...third.places].map(({ slug }) => slug)).toEqual(all);
    expect(third.next).toBeNull();
    const back = await findPlacePage({ ...readPlaceQuestion({}), before: third.previous }, { ...here, size: 3 });
    expect(back.places).toEqual(second.places);
    expect([back.next, back.previous]).not.toContain(null);
  });

  test('says what means nothing, and leaves it out', async () => {
    const asked = { country: ['zz', "de'--"], letter: ['ab', '\u0000'], after: ['x', 'W10'] };
    expect(readPlaceQuestion(asked).ignored).toEqual(
      ['x', 'W10', 'zz', "de'--", 'ab', '\u0000'].filter((one) => one.trim() !== ''),
    );
    expect((await find(asked)).total).toBe(7);
  });

  test('is completed where places were released before it was kept', async () => {
    const before = await find({});
    await admin`delete from place_name`;
    expect((await find({})).places).toEqual([]);
    await completePlaceNames(new Date());
    expect(await find({})).toEqual(before);
  });
});
