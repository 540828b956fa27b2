import { organisationKind } from '#features/organisations/kind.ts';
import { pageKind } from '#features/pages/kind.ts';
import { partnershipKind } from '#features/partnerships/kind.ts';
import { placeKind } from '#features/places/kind.ts';
import { programmeKind } from '#features/programmes/kind.ts';
import type { Kind } from '#features/records/kind.ts';
import type { KindName } from '#features/records/model.ts';
import { storyKind } from '#features/stories/kind.ts';
import { themeKind } from '#features/themes/kind.ts';

/** Every kind of record. Loading this file makes them known to the kernel. */
export const KINDS: Record<KindName, Kind> = {
  organisation: organisationKind,
  page: pageKind,
  partnership: partnershipKind,
  place: placeKind,
  programme: programmeKind,
  story: storyKind,
  theme: themeKind,
};
