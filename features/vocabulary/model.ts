/** What a relation is, by its form (`db/seed/README.md` names the source of the list). */
export const PARTNERSHIP_TYPES = [
  'twinning',
  'friendship',
  'project',
  'climate',
  'solidarity',
  'cooperation',
  'district',
  'port',
  'multilateral',
  'contact',
] as const;

/** Whether a partnership is alive; always computed for a day, never entered. */
export const PARTNERSHIP_STATUSES = [
  'planned',
  'active',
  'dormant',
  'suspended',
  'expired',
  'ended',
  'unknown',
] as const;

/** Whether a partnership is alive. */
export type PartnershipStatus = (typeof PARTNERSHIP_STATUSES)[number];

/** The forms of what two sides signed or resolved. */
export const AGREEMENT_KINDS = [
  'contract',
  'framework',
  'memorandum',
  'declaration',
  'resolution',
  'renewal',
  'termination',
] as const;

/** The kinds of dated event in a relation. */
export const MILESTONE_KINDS = ['event', 'visit', 'office', 'selection', 'link', 'publication'] as const;

/** The kinds of place. */
export const PLACE_KINDS = ['city', 'municipality', 'district', 'county', 'region'] as const;

/** The kinds of organisation. */
export const ORGANISATION_KINDS = [
  'authority',
  'port',
  'university',
  'company',
  'network',
  'association',
  'government',
  'union',
] as const;

/** What the area of a population figure is. */
export const AREA_KINDS = ['city', 'metropolitan', 'province', 'state'] as const;
