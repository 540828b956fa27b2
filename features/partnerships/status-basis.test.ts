import { describe, expect, it } from 'vitest';
import { type IdentifiedFacts, statusBasisOn } from './status-basis.ts';

function facts(given: Partial<IdentifiedFacts>): IdentifiedFacts {
  return { agreements: [], decisions: [], milestones: [], ...given };
}

const MEMORANDUM = { id: 'a1', kind: 'memorandum', signedOn: '2022-09-09', inForceUntil: '2025-12-31' };

describe('what a status rests on', () => {
  it('is the end of the memorandum for Dortmund and Pittsburgh, before and after', () => {
    const dortmund = facts({ agreements: [MEMORANDUM], milestones: [{ id: 'm1', date: '2022-05-02' }] });
    expect(statusBasisOn('2025-12-30', dortmund)).toEqual({
      status: 'active',
      reason: 'untilDate',
      date: '2025-12-31',
      path: 'agreements.a1',
    });
    expect(statusBasisOn('2026-01-02', dortmund)).toEqual({
      status: 'expired',
      reason: 'ended',
      date: '2025-12-31',
      path: 'agreements.a1',
    });
  });

  it('is the oldest agreement without a known end', () => {
    const hamburg = facts({
      agreements: [
        MEMORANDUM,
        { id: 'a3', kind: 'memorandum', signedOn: '2023-05-06' },
        { id: 'a2', kind: 'declaration', signedOn: '2023-05-04' },
      ],
    });
    expect(statusBasisOn('2024-01-01', hamburg)).toMatchObject({
      reason: 'withoutEnd',
      date: '2023-05-04',
      path: 'agreements.a2',
    });
  });

  it('is the latest decision with that status, or a termination', () => {
    const decided = facts({
      agreements: [{ id: 'a1', kind: 'contract', signedOn: '1990' }],
      decisions: [
        { id: 'd1', status: 'suspended', decidedOn: '2022-03-01' },
        { id: 'd2', status: 'suspended', decidedOn: '2022-05' },
        { id: 'd3', status: 'ended', decidedOn: '2030' },
      ],
    });
    expect(statusBasisOn('2024-01-01', decided)).toMatchObject({
      reason: 'decided',
      date: '2022-05',
      path: 'decisions.d2',
    });
    const terminated = facts({
      agreements: [
        { id: 'a1', kind: 'contract', signedOn: '1990' },
        { id: 'a2', kind: 'termination', signedOn: '2020-06' },
      ],
    });
    expect(statusBasisOn('2024-01-01', terminated)).toMatchObject({
      status: 'ended',
      reason: 'decided',
      date: '2020-06',
      path: 'agreements.a2',
    });
  });

  it('is the first agreement that lies ahead', () => {
    const planned = facts({
      agreements: [
        { id: 'a1', kind: 'contract', inForceFrom: '2029' },
        { id: 'a2', kind: 'contract', inForceFrom: '2028-02' },
      ],
    });
    expect(statusBasisOn('2026-01-01', planned)).toMatchObject({ status: 'planned', reason: 'ahead', date: '2028-02' });
  });

  it('is the latest event where there is no agreement', () => {
    const lively = facts({
      milestones: [
        { id: 'm1', date: '2025-05-22', dateEnd: '2025-05-24' },
        { id: 'm2', date: '2024' },
        { id: 'm3', date: '2027' },
      ],
    });
    expect(statusBasisOn('2026-01-01', lively)).toEqual({
      status: 'active',
      reason: 'activity',
      date: '2025-05-24',
      path: 'milestones.m1',
    });
  });

  it('is nothing where nothing is known', () => {
    expect(statusBasisOn('2026-01-01', facts({}))).toEqual({
      status: 'unknown',
      reason: 'nothing',
      date: null,
      path: null,
    });
    const silent = facts({ milestones: [{ id: 'm1', date: '1999' }] });
    expect(statusBasisOn('2026-01-01', silent)).toMatchObject({ status: 'unknown', reason: 'nothing' });
  });

  it('is an agreement without any date, which counts as begun', () => {
    expect(statusBasisOn('2026-01-01', facts({ agreements: [{ id: 'a1', kind: 'contract' }] }))).toEqual({
      status: 'active',
      reason: 'withoutEnd',
      date: null,
      path: 'agreements.a1',
    });
  });
});
