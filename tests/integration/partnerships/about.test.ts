import { describe, expect, test } from 'vitest';
import { partnershipPageTags } from '#features/partnerships/cached.ts';
import { findPublishedPartnership } from '#features/partnerships/queries/find-published-partnership.ts';
import {
  countPartnershipsByCountry,
  listPartnerCountries,
} from '#features/partnerships/queries/list-partner-countries.ts';
import { listPartnershipsAbout } from '#features/partnerships/queries/list-partnerships-about.ts';
import { listPlacesBeyond } from '#features/partnerships/queries/list-places-beyond.ts';
import { listRelatedPartnerships } from '#features/partnerships/queries/list-related-partnerships.ts';
import { listPlacesOfCountry } from '#features/places/queries/list-places-of-country.ts';
import { textOf } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, aRecord } from '#tests/support/factories.ts';

const { admin } = useTestDatabase();

async function aCity(country: string, title: string) {
  return aPlace({ facts: { country }, texts: { ar: textOf(title) }, isPublished: true });
}

async function aTie(parties: readonly { place?: string; organisation?: string }[], facts = {}) {
  const named = parties.map((party, at) => ({ id: `p${String(at + 1)}`, ...party }));
  return aPartnership({ facts: { parties: named, ...facts }, isPublished: true });
}

describe('some partnerships of a page and how many there are', () => {
  test('of a theme, a programme, a place, an organisation and a country, drafts left out', async () => {
    const theme = await aRecord('theme', { isPublished: true });
    const programme = await aRecord('programme', { isPublished: true });
    const port = await aRecord('organisation', { facts: { country: 'JP' }, isPublished: true });
    const city = await aCity('TN', 'تونس');
    const links = { themes: [theme.id], programmes: [programme.id] };
    const ids = [];
    for (let at = 0; at < 3; at += 1) ids.push((await aTie([{ place: city.id }, { organisation: port.id }], links)).id);
    await aPartnership({ facts: links });
    const subjects = [
      { themeId: theme.id },
      { programmeId: programme.id },
      { placeId: city.id },
      { organisationId: port.id },
      { country: 'TN' },
      { country: 'JP' },
    ];
    for (const subject of subjects) {
      const { total, partnerships } = await listPartnershipsAbout('ar', subject, 2);
      expect([total, partnerships.length], JSON.stringify(subject)).toEqual([3, 2]);
      expect(ids).toEqual(expect.arrayContaining(partnerships.map(({ id }) => id)));
    }
    expect(await listPartnershipsAbout('ar', { country: 'ZZ' }, 2)).toEqual({ total: 0, partnerships: [] });
  });
});

describe('countries', () => {
  test('are counted as partners, those with the most first; two sides at home make it its own partner', async () => {
    const [lima, cusco, quito, sucre] = [
      await aCity('PE', 'ليما'),
      await aCity('PE', 'كوسكو'),
      await aCity('EC', 'كيتو'),
      await aCity('BO', 'سوكري'),
    ];
    await aTie([{ place: lima.id }, { place: quito.id }]);
    await aTie([{ place: cusco.id }, { place: quito.id }]);
    await aTie([{ place: lima.id }, { place: sucre.id }]);
    await aTie([{ place: lima.id }, { place: cusco.id }]);
    expect(await listPartnerCountries('PE')).toEqual([
      { country: 'EC', partnerships: 2 },
      { country: 'BO', partnerships: 1 },
      { country: 'PE', partnerships: 1 },
    ]);
    expect((await countPartnershipsByCountry()).get('PE')).toBe(4);
    const { total, places } = await listPlacesOfCountry('ar', 'PE', 1);
    expect([total, places.map(({ title, partnerships }) => [title, partnerships])]).toEqual([2, [['ليما', 3]]]);
  });

  test('are refreshed when a side of any of their partnerships is released', async () => {
    const [here, there] = [await aCity('NO', 'أوسلو'), await aCity('IS', 'ريكيافيك')];
    await admin`delete from cache_tag`;
    await aTie([{ place: here.id }, { place: there.id }]);
    const tags = async () =>
      (await admin<{ tag: string }[]>`select tag from cache_tag where tag like 'country:%' order by 1`).map(
        ({ tag }) => tag,
      );
    expect(await tags()).toEqual(expect.arrayContaining(['country:IS', 'country:NO']));
    await admin`delete from cache_tag`;
    await aCity('SE', 'مالمو');
    expect(await tags(), 'and by no other').toEqual(['country:SE']);
  });
});

describe('what lies around', () => {
  test('related partnerships: a shared side weighs more than a shared theme, each with its reason', async () => {
    const theme = await aRecord('theme', { isPublished: true });
    const [one, two, three] = [await aCity('DE', 'أ'), await aCity('DE', 'ب'), await aCity('DE', 'ج')];
    const own = await aTie([{ place: one.id }, { place: two.id }], { themes: [theme.id], slug: 'own-of-related' });
    const byTheme = await aPartnership({ facts: { themes: [theme.id] }, isPublished: true });
    const bySide = await aTie([{ place: two.id }, { place: three.id }]);
    const related = await listRelatedPartnerships('ar', own.id, 6);
    expect(related.map(({ partnership, sideIds, themeIds }) => [partnership.id, sideIds, themeIds])).toEqual([
      [bySide.id, [two.id], []],
      [byTheme.id, [], [theme.id]],
    ]);
    expect(await listRelatedPartnerships('ar', own.id, 1)).toHaveLength(1);
    const shown = await findPublishedPartnership('own-of-related', 'ar');
    if (shown === null) throw new Error('it was released');
    const tags = (most: number) => partnershipPageTags(shown, { stories: [], related, most });
    expect(tags(6), 'the next one would be shown').toContain(`record:${theme.id}`);
    expect(tags(2), 'there is no room for it').not.toContain(`record:${theme.id}`);
  });

  test('places beyond the partners, with the number of shared partners', async () => {
    const [home, near, other, far] = [
      await aCity('DE', 'د'),
      await aCity('FR', 'ه'),
      await aCity('FR', 'و'),
      await aCity('ES', 'ز'),
    ];
    await aTie([{ place: home.id }, { place: near.id }]);
    await aTie([{ place: home.id }, { place: other.id }]);
    await aTie([{ place: near.id }, { place: far.id }]);
    await aTie([{ place: other.id }, { place: far.id }]);
    const { total, places, partnerIds } = await listPlacesBeyond(home.id, 5);
    expect([total, places.map(({ id, shared, names }) => [id, shared, names])]).toEqual([
      1,
      [[far.id, 2, { ar: 'ز' }]],
    ]);
    expect(partnerIds.toSorted()).toEqual([near.id, other.id].toSorted());
    expect(await listPlacesBeyond(far.id, 0)).toMatchObject({ total: 0, places: [] });
  });
});
