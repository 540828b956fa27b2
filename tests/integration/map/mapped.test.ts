import { describe, expect, test } from 'vitest';
import { NO_FILTER } from '#features/map/map-filter.ts';
import { findMapped } from '#features/map/queries/find-mapped.ts';
import { listCountryPairs } from '#features/map/queries/list-country-pairs.ts';
import { listMapChoices } from '#features/map/queries/list-map-choices.ts';
import { partnershipFacts, textOf } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, aRecord } from '#tests/support/factories.ts';

useTestDatabase();

const DAY = '2026-11-26';

let made = 0;

/** A published partnership between new places of these countries. */
async function between(countries: readonly string[], facts: Parameters<typeof partnershipFacts>[1] = {}) {
  const places = await Promise.all(
    countries.map(async (country) => {
      made += 1;
      const located = { country, latitude: 50 + made, longitude: 179.5 - (made % 2) * 359 };
      return aPlace({ facts: located, isPublished: true });
    }),
  );
  const { parties } = partnershipFacts(places.map(({ id }) => id));
  return aPartnership({ facts: { ...facts, parties }, isPublished: true });
}

describe('the partnerships of a map', () => {
  test('meet all conditions, are counted in all and given up to a limit', async () => {
    const theme = await aRecord('theme', { slug: 'ports', isPublished: true });
    const turkish = await between(['DE', 'TR'], { themes: [theme.id] });
    const french = await between(['DE', 'FR']);
    const german = await between(['DE', 'DE']);
    const idsOf = async (filter: object) =>
      (await findMapped({ ...NO_FILTER, ...filter }, { most: 10, day: DAY })).ids.toSorted();
    const all = [turkish.id, french.id, german.id].toSorted();
    expect(await idsOf({})).toEqual(all);
    expect(await idsOf({ countries: ['TR'] })).toEqual([turkish.id]);
    expect(await idsOf({ countries: ['DE', 'FR'] })).toEqual([french.id]);
    expect(await idsOf({ countries: ['DE', 'DE'] })).toEqual([german.id]);
    expect(await idsOf({ countries: ['FR', 'TR'] })).toEqual([]);
    expect(await idsOf({ theme: 'ports' })).toEqual([turkish.id]);
    expect(await idsOf({ theme: 'unknown-theme' })).toEqual([]);
    expect(await idsOf({ type: 'cooperation', countries: ['DE'], theme: 'ports' })).toEqual([turkish.id]);
    expect(await idsOf({ status: 'active' })).toEqual(all);
    expect(await idsOf({ status: 'ended' })).toEqual([]);
    expect(await idsOf({ type: 'solidarity' })).toEqual([]);
    expect(await idsOf({ programme: 'unknown-programme' })).toEqual([]);
    expect(await findMapped(NO_FILTER, { most: 2, day: DAY })).toMatchObject({
      total: 3,
      ids: [expect.any(String), expect.any(String)],
    });
  });

  test('are bundled by country, the strongest first, each once', async () => {
    const port = { type: 'port' };
    const ofPorts = { ...NO_FILTER, type: 'port' };
    await between(['DE', 'TR'], port);
    await between(['TR', 'DE'], port);
    await between(['DE', 'DE'], port);
    await between(['DE', 'FR', 'TR'], port);
    const { total, pairs } = await listCountryPairs(ofPorts, { most: 10, day: DAY });
    const shown = pairs.map(({ first, second, partnerships }) => [first.code, second.code, partnerships]);
    expect(shown).toEqual([
      ['DE', 'TR', 3],
      ['DE', 'DE', 1],
      ['DE', 'FR', 1],
      ['FR', 'TR', 1],
    ]);
    expect(total).toBe(4);
    expect((await listCountryPairs(ofPorts, { most: 2, day: DAY })).pairs).toHaveLength(2);
    const french = await listCountryPairs({ ...ofPorts, countries: ['FR'] }, { most: 10, day: DAY });
    expect(french.pairs.map(({ first, second }) => [first.code, second.code])).toEqual([
      ['DE', 'FR'],
      ['FR', 'TR'],
    ]);
  });

  test('a country stands in one place, whichever partner a bundle leads to', async () => {
    await between(['NO', 'SE']);
    await between(['NO', 'IS']);
    const { pairs } = await listCountryPairs({ ...NO_FILTER, countries: ['NO'] }, { most: 10, day: DAY });
    const positions = pairs
      .flatMap(({ first, second }) => [first, second])
      .filter(({ code }) => code === 'NO')
      .map(({ latitude, longitude }) => `${String(latitude)} ${String(longitude)}`);
    expect(positions).toHaveLength(2);
    expect(new Set(positions).size).toBe(1);
  });

  test('a country on both sides of the antimeridian stands there, not at Greenwich', async () => {
    await between(['FJ', 'FJ']);
    const [pair] = (await listCountryPairs({ ...NO_FILTER, countries: ['FJ'] }, { most: 1, day: DAY })).pairs;
    expect(Math.abs(pair?.first.longitude ?? 0)).toBeGreaterThan(170);
  });

  test('choices are what leads somewhere', async () => {
    await aRecord('theme', { slug: 'unused', isPublished: true });
    const theme = await aRecord('theme', { slug: 'used', texts: { ar: textOf('الموانئ') }, isPublished: true });
    await between(['DE', 'TR'], { themes: [theme.id] });
    const choices = await listMapChoices();
    expect(choices.countries.toSorted()).toEqual(expect.arrayContaining(['DE', 'TR']));
    expect(choices.types).toContain('cooperation');
    expect(choices.themes).toContainEqual({ slug: 'used', names: { ar: 'الموانئ' } });
    expect(choices.themes.map(({ slug }) => slug)).not.toContain('unused');
    expect(choices.programmes).toEqual([]);
  });
});
