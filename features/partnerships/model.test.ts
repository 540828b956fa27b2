import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nextChangeOn, sinceOf, statusOn, type StatusFacts } from './model.ts';

function facts(given: Partial<StatusFacts>): StatusFacts {
  return { agreements: [], decisions: [], milestones: [], ...given };
}

const DORTMUND_PITTSBURGH = facts({
  agreements: [{ kind: 'memorandum', signedOn: '2022-09-09', inForceUntil: '2025-12-31' }],
  milestones: [
    { date: '2021-07' },
    { date: '2021-12-08' },
    { date: '2022-04-04', dateEnd: '2022-04-06' },
    { date: '2022-05-02', dateEnd: '2022-05-04' },
  ],
});

describe('the status of Dortmund and Pittsburgh', () => {
  it('differs before and after the memorandum ended, without any edit', () => {
    expect(statusOn('2025-12-30', DORTMUND_PITTSBURGH)).toBe('active');
    expect(statusOn('2025-12-31', DORTMUND_PITTSBURGH)).toBe('active');
    expect(statusOn('2026-01-01', DORTMUND_PITTSBURGH)).toBe('expired');
    expect(statusOn('2026-01-02', DORTMUND_PITTSBURGH)).toBe('expired');
  });

  it('changes by itself on the day after, and then never again', () => {
    expect(nextChangeOn('2025-12-30', DORTMUND_PITTSBURGH)).toBe('2026-01-01');
    expect(nextChangeOn('2026-01-01', DORTMUND_PITTSBURGH)).toBeNull();
  });
});

describe('the status of a partnership', () => {
  it('is unknown where nothing is known', () => {
    expect(statusOn('2026-01-01', facts({}))).toBe('unknown');
  });

  it('is active with an agreement without end', () => {
    expect(statusOn('2026-01-01', facts({ agreements: [{ kind: 'framework', signedOn: '1995-03-08' }] }))).toBe(
      'active',
    );
    expect(statusOn('2026-01-01', facts({ agreements: [{ kind: 'contract' }] }))).toBe('active');
  });

  it('is planned while all agreements lie ahead', () => {
    expect(statusOn('2026-01-01', facts({ agreements: [{ kind: 'contract', inForceFrom: '2027' }] }))).toBe('planned');
    expect(statusOn('2027-01-01', facts({ agreements: [{ kind: 'contract', inForceFrom: '2027' }] }))).toBe('active');
  });

  it('follows the latest decision, and not one that lies ahead', () => {
    const decided = facts({
      agreements: [{ kind: 'contract', signedOn: '1990' }],
      decisions: [
        { status: 'suspended', decidedOn: '2022-03-01' },
        { status: 'ended', decidedOn: '2024' },
      ],
    });
    expect(statusOn('2022-02-28', decided)).toBe('active');
    expect(statusOn('2022-03-01', decided)).toBe('suspended');
    expect(statusOn('2025-06-01', decided)).toBe('ended');
  });

  it('resumes with a decision to be active, after which agreements and events count again', () => {
    const resumed = facts({
      decisions: [
        { status: 'suspended', decidedOn: '2020' },
        { status: 'active', decidedOn: '2023-05-01' },
      ],
    });
    expect(statusOn('2021-01-01', resumed)).toBe('suspended');
    expect(statusOn('2025-05-01', resumed)).toBe('active');
    expect(statusOn('2025-05-02', resumed)).toBe('unknown');
    expect(statusOn('2024-01-01', { ...resumed, agreements: [{ kind: 'contract', inForceUntil: '2023' }] })).toBe(
      'expired',
    );
  });

  it('takes a termination for a decision to end, never for an agreement in force', () => {
    const terminated = facts({
      agreements: [
        { kind: 'contract', signedOn: '1990' },
        { kind: 'termination', signedOn: '2022-03' },
      ],
    });
    expect(statusOn('2022-02-28', terminated)).toBe('active');
    expect(statusOn('2022-03-15', terminated)).toBe('ended');
  });

  it('is active for 24 months after a dated event where nothing was agreed', () => {
    const event = facts({ milestones: [{ date: '2024-02-27', dateEnd: '2024-02-29' }] });
    expect(statusOn('2024-02-26', event)).toBe('unknown');
    expect(statusOn('2026-02-28', event)).toBe('active');
    expect(statusOn('2026-03-01', event)).toBe('unknown');
    expect(nextChangeOn('2025-01-01', event)).toBe('2026-03-01');
  });

  it('counts a year, a month and a day to their last moment', () => {
    fc.assert(
      fc.property(partialDate, ({ text, last, next }) => {
        const until = facts({ agreements: [{ kind: 'contract', signedOn: '1200', inForceUntil: text }] });
        expect(statusOn(last, until)).toBe('active');
        expect(statusOn(next, until)).toBe('expired');
        expect(nextChangeOn(last, until)).toBe(next);
      }),
    );
  });

  it('changes on the day that nextChangeOn names, and on no day before it', () => {
    fc.assert(
      fc.property(anyFacts, anyDay, (given, start) => {
        const change = nextChangeOn(start, given);
        const before = statusOn(start, given);
        for (let day = start; day < (change ?? '2034-01-01'); day = addDays(day, 1)) {
          expect(statusOn(day, given)).toBe(before);
        }
        if (change !== null) expect(statusOn(change, given)).not.toBe(before);
      }),
      { numRuns: 60 },
    );
  });
});

describe('since when', () => {
  it('is the earliest agreement, as precisely as known', () => {
    expect(
      sinceOf([
        { kind: 'memorandum', signedOn: '2023-05-06' },
        { kind: 'declaration', signedOn: '2023-05-04' },
      ]),
    ).toBe('2023-05-04');
    expect(
      sinceOf([
        { kind: 'contract', signedOn: '1995' },
        { kind: 'renewal', signedOn: '1995-01-01' },
      ]),
    ).toBe('1995-01-01');
    expect(sinceOf([{ kind: 'contract', inForceFrom: '2001-02' }])).toBe('2001-02');
    expect(sinceOf([{ kind: 'termination', signedOn: '1990' }])).toBeNull();
  });
});

function addDays(day: string, count: number): string {
  return new Date(Date.parse(day) + count * 86_400_000).toISOString().slice(0, 10);
}

const anyDay = fc.integer({ min: 0, max: 2900 }).map((offset) => addDays('2020-01-01', offset));

const partialDate = fc.tuple(anyDay, fc.constantFrom('year', 'month', 'day')).map(([day, precision]) => {
  const last = { year: `${day.slice(0, 4)}-12-31`, month: lastOfMonth(day), day }[precision] ?? day;
  const length = { year: 4, month: 7, day: 10 }[precision] ?? 10;
  return { text: day.slice(0, length), last, next: addDays(last, 1) };
});

const anyDate = partialDate.map(({ text }) => text);

const anyFacts = fc.record({
  agreements: fc.array(
    fc.record({
      kind: fc.constantFrom('contract', 'memorandum', 'termination'),
      signedOn: fc.option(anyDate),
      inForceFrom: fc.option(anyDate),
      inForceUntil: fc.option(anyDate),
    }),
    { maxLength: 3 },
  ),
  decisions: fc.array(
    fc.record({ status: fc.constantFrom('active', 'dormant', 'suspended', 'ended'), decidedOn: anyDate }),
    { maxLength: 3 },
  ),
  milestones: fc.array(fc.record({ date: fc.option(anyDate), dateEnd: fc.constant(null) }), { maxLength: 3 }),
});

function lastOfMonth(day: string): string {
  const [year = 0, month = 0] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
