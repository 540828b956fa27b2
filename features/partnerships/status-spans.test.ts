import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type StatusFacts, statusOn, statusSpans } from './model.ts';

const date = fc.oneof(
  fc.integer({ min: 1990, max: 2035 }).map(String),
  fc
    .date({ min: new Date('1990-01-01'), max: new Date('2035-12-31'), noInvalidDate: true })
    .chain((day) => fc.constantFrom(7, 10).map((length) => day.toISOString().slice(0, length))),
);
const facts: fc.Arbitrary<StatusFacts> = fc.record({
  agreements: fc.array(
    fc.record({
      kind: fc.constantFrom('contract', 'memorandum', 'termination'),
      signedOn: fc.option(date),
      inForceUntil: fc.option(date),
    }),
    { maxLength: 3 },
  ),
  decisions: fc.array(
    fc.record({ status: fc.constantFrom('active', 'dormant', 'ended', 'suspended'), decidedOn: date }),
    { maxLength: 2 },
  ),
  milestones: fc.array(fc.record({ date: fc.option(date), dateEnd: fc.option(date) }), { maxLength: 2 }),
});

test('the course of a status says for every day what the status of that day is', () => {
  const day = fc.date({ min: new Date('1985-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(facts, day, (given, when) => {
      const asked = when.toISOString().slice(0, 10);
      const spans = statusSpans(given);
      expect(spans.findLast(({ from }) => from <= asked)?.status).toBe(statusOn(asked, given));
      expect(new Set(spans.map(({ from }) => from)).size).toBe(spans.length);
    }),
    { numRuns: 2000 },
  );
});
