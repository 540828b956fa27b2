import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readRange } from './byte-range.ts';

describe('a part of a file of 10,000 bytes', () => {
  // The first six are the examples of RFC 9110, section 14.1.2.
  it.each([
    ['bytes=0-499', { from: 0, to: 499 }],
    ['bytes=500-999', { from: 500, to: 999 }],
    ['bytes=-500', { from: 9500, to: 9999 }],
    ['bytes=9500-', { from: 9500, to: 9999 }],
    ['bytes=0-0', { from: 0, to: 0 }],
    ['bytes=0-0,-1', null],
    ['bytes=0-', { from: 0, to: 9999 }],
    ['bytes=9999-', { from: 9999, to: 9999 }],
    ['bytes=9999-20000', { from: 9999, to: 9999 }],
    ['bytes=-20000', { from: 0, to: 9999 }],
    ['bytes= 5 - 7 ', { from: 5, to: 7 }],
    ['bytes=10000-', 'outside'],
    ['bytes=10000-10001', 'outside'],
    ['bytes=-0', 'outside'],
    [`bytes=${'9'.repeat(400)}-`, 'outside'],
    [`bytes=1-${'9'.repeat(400)}`, { from: 1, to: 9999 }],
    [`bytes=-${'9'.repeat(400)}`, { from: 0, to: 9999 }],
    ['bytes=7-5', null],
    ['bytes=20000-10000', null],
    ['bytes=-', null],
    ['bytes=', null],
    ['bytes=a-b', null],
    ['bytes=0x1-2', null],
    ['bytes=--5', null],
    ['bytes=1.5-2', null],
    ['bytes=٠-٥', null],
    ['lines=0-5', null],
    ['0-5', null],
    ['', null],
  ])('%s', (range, expected) => {
    expect(readRange(range, 10_000)).toEqual(expected);
  });

  it('there is none of an empty file', () => {
    for (const range of ['bytes=0-', 'bytes=0-0', 'bytes=-1']) expect(readRange(range, 0)).toBe('outside');
  });

  it('always lies within the file', () => {
    const ends = fc.option(fc.nat({ max: 200 }), { nil: '' });
    fc.assert(
      fc.property(ends, ends, fc.nat({ max: 150 }), (first, last, length) => {
        const part = readRange(`bytes=${String(first)}-${String(last)}`, length);
        return part === null || part === 'outside' || (part.from >= 0 && part.from <= part.to && part.to < length);
      }),
    );
  });
});
