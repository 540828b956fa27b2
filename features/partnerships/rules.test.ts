import { describe, expect, test } from 'vitest';
import { findPartnershipBreaches } from './rules.ts';

function breaches(facts: Record<string, unknown>) {
  return findPartnershipBreaches(facts, '2026-11-25').map(({ path, reason, blocks }) => [path, reason, blocks]);
}

describe('parties', () => {
  test('a party twice', () => {
    const parties = [
      { id: 'p1', place: 'x' },
      { id: 'p2', organisation: 'x' },
      { id: 'p3', place: 'y' },
    ];
    expect(breaches({ parties })).toEqual([['parties.1.organisation', 'partyTwice', 'save']]);
  });

  test('a place and an organisation at once, or none of the two', () => {
    const parties = [{ id: 'p1', place: 'x', organisation: 'y' }, { id: 'p2' }];
    expect(breaches({ parties })).toEqual([
      ['parties.0.organisation', 'partyNeedsOne', 'save'],
      ['parties.1.place', 'partyNeedsOne', 'publish'],
    ]);
  });

  test('two that are still empty are not the same party', () => {
    expect(breaches({ parties: [{ id: 'p1' }, { id: 'p2' }] }).map(([, reason]) => reason)).toEqual([
      'partyNeedsOne',
      'partyNeedsOne',
    ]);
  });

  test('a confirmation that is still to come', () => {
    expect(breaches({ parties: [{ id: 'p1', place: 'x', confirmedOn: '2027' }] })).toEqual([
      ['parties.0.confirmedOn', 'dateFuture', 'save'],
    ]);
  });
});

describe('agreements', () => {
  test('signed in the future; an end may lie there', () => {
    expect(breaches({ agreements: [{ id: 'a1', signedOn: '2026-11-26', inForceUntil: '2030' }] })).toEqual([
      ['agreements.0.signedOn', 'dateFuture', 'save'],
    ]);
  });

  test('ends before it starts, or before it was signed where no start is known', () => {
    const agreements = [
      { id: 'a1', inForceFrom: '2020', inForceUntil: '2019' },
      { id: 'a2', signedOn: '2020-05', inForceUntil: '2020-04' },
      { id: 'a3', signedOn: '2020-05', inForceFrom: '2019', inForceUntil: '2020-04' },
    ];
    expect(breaches({ agreements })).toEqual([
      ['agreements.0.inForceUntil', 'endBeforeStart', 'save'],
      ['agreements.1.inForceUntil', 'endBeforeStart', 'save'],
    ]);
  });

  test('renews itself or something unknown; open-ended with an end', () => {
    const agreements = [
      { id: 'a1', renews: 'a1' },
      { id: 'a2', renews: 'a9' },
      { id: 'a3', renews: 'a1', openEnded: true, inForceUntil: '2030' },
    ];
    expect(breaches({ agreements })).toEqual([
      ['agreements.0.renews', 'unknownRenews', 'save'],
      ['agreements.1.renews', 'unknownRenews', 'save'],
      ['agreements.2.openEnded', 'openEndedWithEnd', 'save'],
    ]);
  });
});

test('decisions, milestones and projects', () => {
  const facts = {
    decisions: [{ id: 'd1', decidedOn: '2027' }],
    milestones: [{ id: 'm1', date: '2027-05', dateEnd: '2027-04' }],
    projects: [{ id: 'p1', startedOn: '2020', endedOn: '2019' }],
  };
  expect(breaches(facts)).toEqual([
    ['decisions.0.decidedOn', 'dateFuture', 'save'],
    ['milestones.0.dateEnd', 'endBeforeStart', 'save'],
    ['projects.0.endedOn', 'endBeforeStart', 'save'],
  ]);
});

test('a claim of a side that is none', () => {
  const facts = {
    parties: [{ id: 'p1', place: 'x' }],
    claims: [
      { id: 'c1', side: 'p1' },
      { id: 'c2', side: 'p2' },
    ],
  };
  expect(breaches(facts)).toEqual([['claims.1.side', 'unknownSide', 'publish']]);
});
