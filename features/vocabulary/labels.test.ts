import { expect, test } from 'vitest';
import arabic from '#messages/ar.json' with { type: 'json' };
import english from '#messages/en.json' with { type: 'json' };
import german from '#messages/de.json' with { type: 'json' };
import {
  AGREEMENT_KINDS,
  AREA_KINDS,
  MILESTONE_KINDS,
  ORGANISATION_KINDS,
  PARTNERSHIP_STATUSES,
  PARTNERSHIP_TYPES,
  PLACE_KINDS,
} from './model.ts';

const LISTS: Record<string, readonly string[]> = {
  agreementKinds: AGREEMENT_KINDS,
  areaKinds: AREA_KINDS,
  milestoneKinds: MILESTONE_KINDS,
  organisationKinds: ORGANISATION_KINDS,
  partnershipTypes: PARTNERSHIP_TYPES,
  placeKinds: PLACE_KINDS,
  sdgs: Array.from({ length: 17 }, (_, index) => String(index + 1)),
  statuses: PARTNERSHIP_STATUSES,
};

test.each([
  ['ar', arabic.Vocabulary],
  ['de', german.Vocabulary],
  ['en', english.Vocabulary],
])('every word of the vocabulary has a label of its own in %s', (_locale, labels) => {
  const known = new Map<string, Record<string, string>>(Object.entries(labels));
  for (const [list, keys] of Object.entries(LISTS)) {
    const ofList = known.get(list) ?? {};
    expect(Object.keys(ofList).toSorted(), list).toEqual([...keys].toSorted());
    expect(new Set(Object.values(ofList)).size, list).toBe(keys.length);
  }
});
