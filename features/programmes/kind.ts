import { defineKind } from '#features/records/kind.ts';
import { findEndBeforeStart, findEvidenceBreaches } from '#features/records/rules.ts';
import { programmeFacts, programmeText } from './input.ts';
import {
  projectProgrammeFacts,
  projectProgrammeText,
  withdrawProgrammeFacts,
  withdrawProgrammeText,
} from './internal/project-programme.ts';

/** A funding or exchange programme. */
export const programmeKind = defineKind({
  name: 'programme',
  basePath: '/programmes',
  facts: programmeFacts,
  text: programmeText,
  claimBearing: ['startedOn', 'endedOn'],
  findBreaches: (facts, today) => [
    ...findEndBeforeStart(facts, ['startedOn', 'endedOn']),
    ...findEvidenceBreaches(facts, today),
  ],
  projectFacts: projectProgrammeFacts,
  projectText: projectProgrammeText,
  withdrawFacts: withdrawProgrammeFacts,
  withdrawText: withdrawProgrammeText,
});
