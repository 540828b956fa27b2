import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeCalendar } from './calendar.ts';
import type { DatedAgreement } from './queries/list-dates.ts';

const AGREEMENT: DatedAgreement = {
  ref: 'P-102',
  slug: 'dortmund-pittsburgh',
  title: 'دورتموند وبيتسبرغ',
  agreementId: 'a1',
  kind: 'memorandum',
  signedOn: '2022-09-09',
  inForceUntil: '2025-12-31',
  changedAt: '20261126T090000Z',
};

function write(...agreements: DatedAgreement[]): string {
  const words = {
    name: 'مواعيد',
    anniversary: ({ title }: DatedAgreement) => `ذكرى: ${title}`,
    expiry: ({ title }: DatedAgreement) => `انتهاء: ${title}`,
  };
  return writeCalendar(agreements, {
    words,
    host: 'cities.example',
    pageOf: (slug) => `https://cities.example/partnerships/${slug}`,
  });
}

describe('a calendar', () => {
  test('has the anniversary and the end of an agreement as whole days', () => {
    const unfolded = write(AGREEMENT).replaceAll('\r\n ', '');
    expect(unfolded.split('\r\n')).toEqual(
      expect.arrayContaining([
        'UID:P-102-a1-signed@cities.example',
        'DTSTART;VALUE=DATE:20220909',
        'RRULE:FREQ=YEARLY',
        'SUMMARY:ذكرى: دورتموند وبيتسبرغ',
        'UID:P-102-a1-until@cities.example',
        'DTSTART;VALUE=DATE:20251231',
      ]),
    );
  });

  test('makes no day of a year or a month', () => {
    expect(write({ ...AGREEMENT, signedOn: '2022-09', inForceUntil: '2025' })).not.toContain('VEVENT');
  });

  test('celebrates no termination', () => {
    expect(write({ ...AGREEMENT, kind: 'termination', inForceUntil: null })).not.toContain('VEVENT');
  });

  test('keeps to its lines whatever the names hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (title) => {
        const lines = write({ ...AGREEMENT, title }).split('\r\n');
        for (const line of lines) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(lines.filter((line) => line === 'BEGIN:VEVENT')).toHaveLength(2);
        expect(lines.at(-1)).toBe('');
      }),
    );
  });
});
