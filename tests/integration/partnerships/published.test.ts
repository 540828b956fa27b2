import { describe, expect, test } from 'vitest';
import { countPublished } from '#features/partnerships/queries/count-published.ts';
import { findPublishedPartnership } from '#features/partnerships/queries/find-published-partnership.ts';
import { listPublishedPartnerships } from '#features/partnerships/queries/list-published-partnerships.ts';
import { findAddressOfRef } from '#features/records/queries/find-address-of-ref.ts';
import { textOf } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aRecord } from '#tests/support/factories.ts';

useTestDatabase();

const HOSTILE = ["' or 1=1 --", '%', 'a\u0000b', 'ب', '..', 'x'.repeat(5000)];

describe('a published partnership', () => {
  test('is read with its lists, its evidence and its names in all languages', async () => {
    const theme = await aRecord('theme', { texts: { ar: textOf('الموانئ'), en: textOf('Ports') }, isPublished: true });
    const { id, ref, places } = await aPartnership({
      slug: 'one-of-all',
      facts: { themes: [theme.id], sdgs: [11, 13] },
      texts: { ar: textOf('مدينة وأخرى', { milestones: {} }), de: textOf('Stadt und Stadt') },
      isPublished: true,
    });
    const found = await findPublishedPartnership('one-of-all', 'ar');
    expect(found).toMatchObject({
      id,
      ref,
      type: 'cooperation',
      since: '2023-05-04',
      sdgs: [11, 13],
      textLocale: 'ar',
      title: 'مدينة وأخرى',
      titles: { ar: 'مدينة وأخرى', de: 'Stadt und Stadt' },
      agreements: [{ id: 'a1', kind: 'declaration', signedOn: '2023-05-04', inForceUntil: null, sourceId: 's1' }],
      themes: [{ id: theme.id, names: { ar: 'الموانئ', en: 'Ports' } }],
      sources: [{ id: 's1', publisher: 'Senatskanzlei Hamburg' }],
    });
    expect(found?.parties.map(({ placeId, country }) => [placeId, country])).toEqual(
      places.map((place) => [place, 'DE']),
    );
    expect(found?.claims.map(({ path, accepted }) => [path, accepted])).toEqual([
      ['parties', true],
      ['type', true],
    ]);
  });

  test.each([
    ['data sets alone, and nobody looked', [{ kind: 'dataset' }], {}, true],
    ['a source of another kind', [{ kind: 'dataset' }, { kind: 'official' }], {}, false],
    ['a source of no known kind', [{}], {}, false],
    ['a source of no known kind beside a data set', [{ kind: 'dataset' }, {}], {}, false],
    ['a claim that somebody checked', [{ kind: 'dataset' }], { checkedOn: '2026-11-20' }, false],
  ] as const)('is imported or not: %s', async (_why, kinds, checked, isImported) => {
    const sources = kinds.map((kind, at) => ({ id: `s${String(at + 1)}`, publisher: 'An open list', ...kind }));
    const claims = ['type', 'parties'].map((path) => ({
      id: `c-${path}`,
      path,
      sourceId: 's1',
      accepted: true,
      ...checked,
    }));
    const { id } = await aPartnership({ facts: { agreements: [], sources, claims }, isPublished: true });
    const [listed] = await listPublishedPartnerships('ar', { ids: [id] });
    expect(listed?.isImported).toBe(isImported);
    expect((await findPublishedPartnership(listed?.slug ?? '', 'ar'))?.isImported).toBe(isImported);
  });

  test('is read in the nearest language that has a text', async () => {
    await aPartnership({
      slug: 'german-only',
      texts: { de: textOf('Nur auf Deutsch') },
      sourceLocale: 'de',
      isPublished: true,
    });
    expect(await findPublishedPartnership('german-only', 'ar')).toMatchObject({
      textLocale: 'de',
      title: 'Nur auf Deutsch',
    });
  });

  test('is unknown while it is a draft, and under any address that is none', async () => {
    await aPartnership({ slug: 'a-draft' });
    for (const slug of ['a-draft', ...HOSTILE.filter((given) => !given.includes('\u0000'))]) {
      expect(await findPublishedPartnership(slug, 'en'), slug).toBeNull();
    }
  });

  test('is found by its short name in capital or small letters, and by no other', async () => {
    const { ref } = await aPartnership({ slug: 'by-short-name', isPublished: true });
    expect(await findAddressOfRef(ref)).toMatchObject({ path: '/partnerships/by-short-name' });
    expect(await findAddressOfRef(ref.toLowerCase())).toMatchObject({ path: '/partnerships/by-short-name' });
    const theme = await aRecord('theme', { isPublished: true });
    expect(await findAddressOfRef(theme.ref)).toMatchObject({ id: theme.id });
    for (const name of ['P-999999', 'P-', 'P-1 ', 'X-1', `${ref}0000000`, ...HOSTILE]) {
      expect(await findAddressOfRef(name), name).toBeNull();
    }
  });
});

describe('a list of published partnerships', () => {
  test('holds what meets all conditions, in the order of the alphabet or the newest first', async () => {
    const theme = await aRecord('theme', { isPublished: true });
    const programme = await aRecord('programme', { isPublished: true });
    const links = { themes: [theme.id], programmes: [programme.id] };
    const beh = await aPartnership({ facts: links, texts: { ar: textOf('بريمن وأخرى') }, isPublished: true });
    const alif = await aPartnership({ facts: links, texts: { ar: textOf('إزمير وأخرى') }, isPublished: true });
    await aPartnership({ facts: links, texts: { ar: textOf('مسودة') } });

    const ids = async (filter: Parameters<typeof listPublishedPartnerships>[1]) =>
      (await listPublishedPartnerships('ar', filter)).map(({ id }) => id);
    expect(await ids({ themeId: theme.id })).toEqual([alif.id, beh.id]);
    expect(await ids({ programmeId: programme.id })).toEqual([alif.id, beh.id]);
    expect(await ids({ placeId: beh.places[0] })).toEqual([beh.id]);
    expect(await ids({ placeId: beh.places[0], themeId: theme.id, ids: [alif.id] })).toEqual([]);
    expect(await ids({ ids: [] })).toEqual([]);
    expect(await ids({ organisationId: theme.id })).toEqual([]);
    expect(await ids({ newest: 1 })).toHaveLength(1);
    const imported = await aPartnership({
      facts: { agreements: [], sources: [{ id: 's1', publisher: 'An open list', kind: 'dataset' }] },
      isPublished: true,
    });
    expect((await ids({ newest: 1000 })).at(-1)).toBe(imported.id);
  });

  test('carries what its entries show', async () => {
    const { id } = await aPartnership({ texts: { ar: textOf('في قائمة', { lead: 'مقدمة' }) }, isPublished: true });
    const [listed] = await listPublishedPartnerships('de', { ids: [id] });
    expect(listed).toMatchObject({ title: 'في قائمة', lead: 'مقدمة', textLocale: 'ar', agreements: [{ id: 'a1' }] });
    expect(listed?.publishedAt).toMatch(/^2026-11-25T10:00:00Z$/u);
  });
});

test('what the register holds is counted without drafts', async () => {
  const before = await countPublished();
  const theme = await aRecord('theme', { isPublished: true });
  await aPartnership({ facts: { themes: [theme.id] }, isPublished: true });
  await aPartnership({ facts: { themes: [theme.id] } });
  expect(await countPublished()).toEqual({
    partnerships: before.partnerships + 1,
    // The sides of a draft are published by themselves.
    places: before.places + 4,
    countries: 1,
    themes: before.themes + 1,
  });
});
