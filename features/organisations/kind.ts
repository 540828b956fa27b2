import { defineKind } from '#features/records/kind.ts';
import { findEvidenceBreaches } from '#features/records/rules.ts';
import { countryBreaches } from '#features/vocabulary/country-rules.ts';
import { organisationFacts, organisationText } from './input.ts';
import {
  projectOrganisationFacts,
  projectOrganisationText,
  withdrawOrganisationFacts,
  withdrawOrganisationText,
} from './internal/project-organisation.ts';

/** A port authority, university, network, company or public body. */
export const organisationKind = defineKind({
  name: 'organisation',
  basePath: '/organisations',
  facts: organisationFacts,
  text: organisationText,
  claimBearing: [],
  findBreaches: (facts, today) => [...countryBreaches(facts), ...findEvidenceBreaches(facts, today)],
  projectFacts: projectOrganisationFacts,
  projectText: projectOrganisationText,
  withdrawFacts: withdrawOrganisationFacts,
  withdrawText: withdrawOrganisationText,
});
