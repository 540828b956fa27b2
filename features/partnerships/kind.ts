import { defineKind } from '#features/records/kind.ts';
import { partnershipFacts, partnershipText } from './input.ts';
import {
  projectPartnershipFacts,
  projectPartnershipText,
  withdrawPartnershipFacts,
  withdrawPartnershipText,
} from './internal/project-partnership.ts';
import { findPartnershipBreaches } from './rules.ts';

/** A recorded relation of two or more places or organisations. */
export const partnershipKind = defineKind({
  name: 'partnership',
  basePath: '/partnerships',
  facts: partnershipFacts,
  text: partnershipText,
  claimBearing: ['type', 'parties', 'agreements', 'decisions', 'milestones', 'projects'],
  findBreaches: findPartnershipBreaches,
  projectFacts: projectPartnershipFacts,
  projectText: projectPartnershipText,
  withdrawFacts: withdrawPartnershipFacts,
  withdrawText: withdrawPartnershipText,
});
