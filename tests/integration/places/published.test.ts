import { describe, expect, test } from 'vitest';
import { findPublishedPlace } from '#features/places/queries/find-published-place.ts';
import { listPublishedPlaces } from '#features/places/queries/list-published-places.ts';
import { SOURCES, textOf } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace } from '#tests/support/factories.ts';

useTestDatabase();

describe('a published place', () => {
  test('is read with its figures, its names and its other spellings', async () => {
    const population = [{ id: 'p1', value: 2_500_603, area: 'city', sourceId: 's1' }];
    const { ref } = await aPlace({
      slug: 'izmir',
      facts: { country: 'TR', latitude: 38.41, longitude: 27.14, wikidata: 'Q35997', population, sources: SOURCES },
      texts: { ar: textOf('إزمير', { aliases: ['ازمير'] }), en: textOf('İzmir') },
      isPublished: true,
    });
    expect(await findPublishedPlace('izmir', 'de')).toMatchObject({
      ref,
      country: 'TR',
      wikidata: 'Q35997',
      geonames: null,
      textLocale: 'en',
      title: 'İzmir',
      names: { ar: 'إزمير', en: 'İzmir' },
      aliases: [
        { locale: 'ar', names: ['ازمير'] },
        { locale: 'en', names: [] },
      ],
      populations: [{ id: 'p1', value: 2_500_603, approximate: false, year: null, area: 'city', sourceId: 's1' }],
      sources: [{ id: 's1' }],
    });
  });

  test('is unknown while it is a draft', async () => {
    await aPlace({ slug: 'a-draft' });
    expect(await findPublishedPlace('a-draft', 'ar')).toBeNull();
  });
});

describe('the list of places', () => {
  test('follows the Arabic alphabet without the article, hamza under alif', async () => {
    const names = ['القاهرة', 'بريمن', 'أغادير', 'عمّان', 'إزمير', 'الرباط', 'آخن'];
    const made = await Promise.all(
      names.map(async (name) => aPlace({ texts: { ar: textOf(name) }, isPublished: true })),
    );
    const listed = await listPublishedPlaces(
      'ar',
      made.map(({ id }) => id),
    );
    expect(listed.map(({ title }) => title)).toEqual(['آخن', 'إزمير', 'أغادير', 'بريمن', 'الرباط', 'عمّان', 'القاهرة']);
  });

  test('counts published partnerships alone', async () => {
    const { places } = await aPartnership({ isPublished: true });
    const { places: drafted } = await aPartnership();
    const counts = async (ids: readonly string[]) =>
      (await listPublishedPlaces('ar', ids)).map((place) => place.partnerships);
    expect(await counts(places)).toEqual([1, 1]);
    expect(await counts(drafted)).toEqual([0, 0]);
    expect(await counts([])).toEqual([]);
  });
});
