import { defineKind } from '#features/records/kind.ts';
import { findEvidenceBreaches, findFutureDates } from '#features/records/rules.ts';
import { storyFacts, storyText } from './input.ts';
import {
  projectStoryFacts,
  projectStoryText,
  withdrawStoryFacts,
  withdrawStoryText,
} from './internal/project-story.ts';

/** An article of the register's own. */
export const storyKind = defineKind({
  name: 'story',
  basePath: '/stories',
  facts: storyFacts,
  text: storyText,
  claimBearing: [],
  findBreaches: (facts, today) => [
    ...findFutureDates(facts, ['publishedOn'], { today }),
    ...findEvidenceBreaches(facts, today),
  ],
  projectFacts: projectStoryFacts,
  projectText: projectStoryText,
  withdrawFacts: withdrawStoryFacts,
  withdrawText: withdrawStoryText,
});
