import { defineKind } from '#features/records/kind.ts';
import { findEvidenceBreaches } from '#features/records/rules.ts';
import { countryBreaches } from '#features/vocabulary/country-rules.ts';
import { placeFacts, placeText } from './input.ts';
import {
  projectPlaceFacts,
  projectPlaceText,
  withdrawPlaceFacts,
  withdrawPlaceText,
} from './internal/project-place.ts';

/** A city, municipality, district, county or region. */
export const placeKind = defineKind({
  name: 'place',
  basePath: '/places',
  facts: placeFacts,
  text: placeText,
  claimBearing: ['population'],
  findBreaches: (facts, today) => [...countryBreaches(facts), ...findEvidenceBreaches(facts, today)],
  projectFacts: projectPlaceFacts,
  projectText: projectPlaceText,
  withdrawFacts: withdrawPlaceFacts,
  withdrawText: withdrawPlaceText,
});
