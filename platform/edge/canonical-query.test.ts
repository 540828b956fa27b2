import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuery } from './canonical-query.ts';

const KEYS = ['after', 'country', 'theme'];

describe('a query', () => {
  it.each([
    ['', ''],
    ['?', ''],
    ['?utm_source=x', ''],
    ['?theme=', ''],
    ['?theme=%20&country=de', '?country=de'],
    ['?theme=b&country=de&theme=a&theme=b', '?country=de&theme=a&theme=b'],
    ['?theme=%D9%87', '?theme=%D9%87'],
    ['?theme=ه', '?theme=%D9%87'],
    [`?after=${'x'.repeat(1200)}`, `?after=${'x'.repeat(1200)}`],
    [`?theme=${'%D9%87'.repeat(200)}`, `?theme=${'%D9%87'.repeat(200)}`],
    ['?theme=%ff', '?theme=%EF%BF%BD'],
    ['?__proto__=1&constructor=2', ''],
  ])('%s is asked as %s', (search, canonical) => {
    expect(readQuery(search, KEYS)).toEqual({ isReadable: true, search: canonical });
  });

  it.each([
    ['is too long', `?utm_source=${'x'.repeat(4100)}`],
    ['has a value that is too long', `?theme=${'x'.repeat(201)}`],
    ['names a place that is too long', `?after=${'x'.repeat(1201)}`],
    ['asks too much at once', `?${Array.from({ length: 41 }, (_, at) => `theme=${String(at)}`).join('&')}`],
  ])('that %s is not read', (_name, search) => {
    expect(readQuery(search, KEYS)).toEqual({ isReadable: false });
  });

  it('of a program keeps every key', () => {
    expect(readQuery('?q=x&a=1', null)).toEqual({ isReadable: true, search: '?a=1&q=x' });
  });

  it('is the same question in any order, and once read stays as it is', () => {
    const pairs = fc.array(fc.tuple(fc.constantFrom(...KEYS, 'other'), fc.string({ maxLength: 20 })), { maxLength: 8 });
    fc.assert(
      fc.property(pairs, (asked) => {
        const read = readQuery(`?${String(new URLSearchParams(asked))}`, KEYS);
        expect(readQuery(`?${String(new URLSearchParams(asked.toReversed()))}`, KEYS)).toEqual(read);
        if (read.isReadable) expect(readQuery(read.search, KEYS)).toEqual(read);
      }),
    );
  });
});
