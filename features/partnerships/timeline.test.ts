import { describe, expect, it } from 'vitest';
import { timelineOf } from './timeline.ts';

const FACTS = {
  agreements: [
    { id: 'a1', kind: 'memorandum', signedOn: '2022-09-09', inForceUntil: '2025-12-31' },
    { id: 'a2', kind: 'contract' },
  ],
  decisions: [{ id: 'd1', status: 'dormant', decidedOn: '2024' }],
  milestones: [
    { id: 'm1', kind: 'visit', date: '2022-04-04', dateEnd: '2022-04-06' },
    { id: 'm2', kind: 'selection', date: '2021-07' },
  ],
};

describe('the course of a partnership', () => {
  it('goes from the earliest to the latest, and what has no date comes last', () => {
    expect(timelineOf('2026-11-25', FACTS).map(({ kind, path, date }) => [kind, path, date])).toEqual([
      ['milestone', 'milestones.m2', '2021-07'],
      ['milestone', 'milestones.m1', '2022-04-04'],
      ['agreement', 'agreements.a1', '2022-09-09'],
      ['decision', 'decisions.d1', '2024'],
      ['termEnd', 'agreements.a1', '2025-12-31'],
      ['agreement', 'agreements.a2', null],
    ]);
  });

  it('says what still lies ahead', () => {
    const ahead = timelineOf('2024-06-01', FACTS).filter(({ isAhead }) => isAhead);
    expect(ahead.map(({ kind }) => kind)).toEqual(['termEnd']);
  });

  it('is empty where nothing is known', () => {
    expect(timelineOf('2026-01-01', { agreements: [], decisions: [], milestones: [] })).toEqual([]);
  });
});
