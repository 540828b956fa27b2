import { itemsOf } from '#features/records/claims.ts';
import type { RuleBreach } from '#features/records/kind.ts';
import type { Content } from '#features/records/model.ts';
import { findEndBeforeStart, findEvidenceBreaches, findFutureDates } from '#features/records/rules.ts';

/**
 * What is wrong with the facts of a partnership that the schema cannot say: parties that are no two sides, dates that
 * cannot be, agreements that renew nothing, claims of a side that is none.
 *
 * @param today - the calendar day in the site's zone
 */
export function findPartnershipBreaches(facts: Content, today: string): RuleBreach[] {
  return [
    ...findPartyBreaches(facts, today),
    ...findAgreementBreaches(facts, today),
    ...findPeriodBreaches(facts, today),
    ...findSideBreaches(facts),
    ...findEvidenceBreaches(facts, today),
  ];
}

function findPartyBreaches(facts: Content, today: string): RuleBreach[] {
  const seen = new Set<unknown>();
  return itemsOf(facts['parties']).flatMap((party, index): RuleBreach[] => {
    const prefix = `parties.${index}.`;
    const { place, organisation } = party;
    const target = place ?? organisation;
    const isTwice = target !== undefined && seen.has(target);
    seen.add(target);
    const hasBoth = place !== undefined && organisation !== undefined;
    return [
      ...(isTwice ? [breach(`${prefix}${place === undefined ? 'organisation' : 'place'}`, 'partyTwice')] : []),
      ...(hasBoth ? [breach(`${prefix}organisation`, 'partyNeedsOne')] : []),
      ...(target === undefined ? [breach(`${prefix}place`, 'partyNeedsOne', 'publish')] : []),
      ...findFutureDates(party, ['confirmedOn'], { prefix, today }),
    ];
  });
}

function findAgreementBreaches(facts: Content, today: string): RuleBreach[] {
  const agreements = itemsOf(facts['agreements']);
  const ids = agreements.map(({ id }) => id);
  return agreements.flatMap((agreement, index): RuleBreach[] => {
    const prefix = `agreements.${index}.`;
    const { renews, openEnded, inForceUntil } = agreement;
    const renewsNothing = renews !== undefined && (renews === agreement['id'] || !ids.includes(renews));
    return [
      ...(renewsNothing ? [breach(`${prefix}renews`, 'unknownRenews')] : []),
      ...(openEnded === true && inForceUntil !== undefined ? [breach(`${prefix}openEnded`, 'openEndedWithEnd')] : []),
      ...findFutureDates(agreement, ['signedOn'], { prefix, today }),
      ...findEndBeforeStart(agreement, ['inForceFrom', 'inForceUntil'], prefix),
      ...(agreement['inForceFrom'] === undefined
        ? findEndBeforeStart(agreement, ['signedOn', 'inForceUntil'], prefix)
        : []),
    ];
  });
}

function findPeriodBreaches(facts: Content, today: string): RuleBreach[] {
  return [
    ...itemsOf(facts['decisions']).flatMap((item, index) =>
      findFutureDates(item, ['decidedOn'], { prefix: `decisions.${index}.`, today }),
    ),
    ...itemsOf(facts['milestones']).flatMap((item, index) =>
      findEndBeforeStart(item, ['date', 'dateEnd'], `milestones.${index}.`),
    ),
    ...itemsOf(facts['projects']).flatMap((item, index) =>
      findEndBeforeStart(item, ['startedOn', 'endedOn'], `projects.${index}.`),
    ),
  ];
}

function findSideBreaches(facts: Content): RuleBreach[] {
  const sides = new Set(itemsOf(facts['parties']).map(({ id }) => id));
  return itemsOf(facts['claims']).flatMap(({ side }, index) =>
    side === undefined || sides.has(side) ? [] : [breach(`claims.${index}.side`, 'unknownSide', 'publish')],
  );
}

function breach(path: string, reason: string, blocks: RuleBreach['blocks'] = 'save'): RuleBreach {
  return { path, reason, blocks };
}
