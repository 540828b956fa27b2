import { expect, test } from 'vitest';
import { CHECK_AGES, countCompleteness } from '#features/insights/queries/count-completeness.ts';
import { SOURCES } from '#tests/support/contents.ts';
import { useTestDatabase } from '#tests/support/database.ts';
import { aPartnership, aPlace, aRecord } from '#tests/support/factories.ts';

useTestDatabase();

const claimsCheckedOn = (checkedOn?: string) =>
  ['type', 'parties'].map((path) => ({
    id: `c-${path}`,
    path,
    sourceId: 's1',
    accepted: true,
    ...(checkedOn === undefined ? {} : { checkedOn }),
  }));

test('an empty register counts nothing', async () => {
  const { partnerships, places, known, checked } = await countCompleteness('2026-11-25');
  expect([partnerships, places, ...Object.values(known), ...Object.values(checked)]).toEqual(Array(12).fill(0));
});

test('counts what is known, the age of the newest check, and no drafts', async () => {
  const theme = await aRecord('theme', { isPublished: true });
  await aPartnership({ facts: { claims: claimsCheckedOn('2026-05-01'), themes: [theme.id] }, isPublished: true });
  await aPartnership({ facts: { claims: claimsCheckedOn('2025-01-01') }, isPublished: true });
  await aPartnership({ facts: { claims: claimsCheckedOn('2020-01-01') }, isPublished: true });
  const fromList = { agreements: [], sources: SOURCES.map((source) => ({ ...source, kind: 'dataset' })) };
  await aPartnership({ facts: { claims: claimsCheckedOn(), ...fromList }, isPublished: true });
  await aPartnership({ facts: { themes: [theme.id] } });
  await aPlace({ facts: { latitude: 53.5, longitude: 10 }, isPublished: true });
  const { partnerships, known, checked, places, knownOfPlaces } = await countCompleteness('2026-11-25');
  expect(partnerships).toBe(4);
  expect(known).toEqual({ since: 3, agreement: 3, theme: 1, project: 0, confirmation: 0, source: 3 });
  expect(checked).toEqual({ year: 1, twoYears: 1, older: 1, never: 1 });
  expect(CHECK_AGES.reduce((sum, age) => sum + checked[age], 0)).toBe(partnerships);
  // The draft's own two cities are published as well.
  expect([places, knownOfPlaces.coordinates, knownOfPlaces.population]).toEqual([11, 1, 0]);
});
