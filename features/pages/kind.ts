import { defineKind, type RuleBreach } from '#features/records/kind.ts';
import type { Content } from '#features/records/model.ts';
import { isTakenAddress } from '#features/records/public-pages.ts';
import { pageFacts, pageText } from './input.ts';
import { projectPageFacts, projectPageText, withdrawPageFacts, withdrawPageText } from './internal/project-page.ts';

/** A page about the register itself, such as its imprint. It stands right under the site's root. */
export const pageKind = defineKind({
  name: 'page',
  basePath: '',
  facts: pageFacts,
  text: pageText,
  claimBearing: [],
  findBreaches: findTakenAddress,
  projectFacts: projectPageFacts,
  projectText: projectPageText,
  withdrawFacts: withdrawPageFacts,
  withdrawText: withdrawPageText,
});

/** The lists and the desk stand under the root as well, and would hide a page of the same address. */
function findTakenAddress({ slug }: Content): RuleBreach[] {
  if (typeof slug !== 'string' || !isTakenAddress(slug)) return [];
  return [{ path: 'slug', reason: 'addressTaken', blocks: 'save' }];
}
