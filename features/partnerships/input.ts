import { z } from 'zod';
import { claimList, sourceList } from '#features/records/evidence.ts';
import {
  choice,
  flag,
  itemList,
  itemOf,
  itemTexts,
  line,
  numberChoices,
  paragraph,
  partialDate,
  reference,
  references,
  richText,
  slug,
  webAddress,
} from '#features/records/fields.ts';
import { AGREEMENT_KINDS, MILESTONE_KINDS, PARTNERSHIP_TYPES } from '#features/vocabulary/model.ts';

const DECIDED_STATUSES = ['active', 'dormant', 'suspended', 'ended'] as const;
const CONFIRMATIONS = ['confirmed', 'declined'] as const;
const PARTY_ROLES = ['partner', 'lead', 'observer'] as const;

/**
 * The facts of a partnership. `type`, `parties`, `agreements`, `decisions`, `milestones` and `projects` bear claims:
 * by their own `sourceId`, or by an entry of `claims`.
 */
export const partnershipFacts = z.strictObject({
  slug: slug(),
  type: choice(PARTNERSHIP_TYPES, 'partnershipTypes'),
  parties: itemList(
    {
      place: reference('place').optional(),
      organisation: reference('organisation').optional(),
      role: choice(PARTY_ROLES, 'roles').optional(),
      ownType: choice(PARTNERSHIP_TYPES, 'partnershipTypes').optional(),
      confirmation: choice(CONFIRMATIONS, 'confirmations').optional(),
      confirmedOn: partialDate().optional(),
    },
    { itemsMin: 2, itemsMax: 50 },
  ),
  themes: references('theme').optional(),
  sdgs: numberChoices(1, 17, 'sdgs').optional(),
  programmes: references('programme').optional(),
  agreements: itemList({
    kind: choice(AGREEMENT_KINDS, 'agreementKinds'),
    signedOn: partialDate().optional(),
    inForceFrom: partialDate().optional(),
    inForceUntil: partialDate().optional(),
    openEnded: flag().optional(),
    renews: itemOf('agreements').optional(),
    url: webAddress().optional(),
    sourceId: itemOf('sources').optional(),
  }).optional(),
  decisions: itemList({
    status: choice(DECIDED_STATUSES, 'statuses'),
    decidedOn: partialDate(),
    sourceId: itemOf('sources').optional(),
  }).optional(),
  milestones: itemList({
    kind: choice(MILESTONE_KINDS, 'milestoneKinds'),
    date: partialDate().optional(),
    dateEnd: partialDate().optional(),
    sourceId: itemOf('sources').optional(),
  }).optional(),
  projects: itemList({
    startedOn: partialDate().optional(),
    endedOn: partialDate().optional(),
    url: webAddress().optional(),
    sourceId: itemOf('sources').optional(),
  }).optional(),
  sources: sourceList().optional(),
  claims: claimList().optional(),
});

/** The text of a partnership in one language, with the labels of its nested items. */
export const partnershipText = z.strictObject({
  title: line(200),
  lead: paragraph(800).optional(),
  body: richText().optional(),
  parties: itemTexts({ ownName: line(200).optional() }).optional(),
  agreements: itemTexts({ title: line(300).optional(), signatories: paragraph(600).optional() }).optional(),
  decisions: itemTexts({ reason: paragraph(600).optional() }).optional(),
  milestones: itemTexts({ title: line(300).optional() }).optional(),
  projects: itemTexts({ title: line(300).optional(), summary: paragraph(600).optional() }).optional(),
});

/** The facts of a partnership. */
export type PartnershipFacts = z.infer<typeof partnershipFacts>;
