import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codingsTakenBy } from './accept-encoding.ts';

describe('the codings that a reader takes', () => {
  it.each([
    [undefined, 'identity'],
    ['', 'identity'],
    ['gzip, deflate, br, zstd', 'br gzip identity'],
    ['gzip', 'gzip identity'],
    ['GZip;Q=0.5', 'gzip identity'],
    ['br;q=0', 'identity'],
    ['br;q=0.000, gzip', 'gzip identity'],
    ['br;q=0.1, gzip;q=1', 'br gzip identity'],
    ['*', 'br gzip identity'],
    ['*;q=0', 'identity'],
    ['*, br;q=0', 'gzip identity'],
    ['gzip, *;q=0', 'gzip identity'],
    ['identity', 'identity'],
    ['identity;q=0', 'identity'],
    ['identity;q=0, gzip', 'gzip identity'],
    ['br ; q=1 , gzip ; q=0', 'br identity'],
    ['br;q=', 'identity'],
    ['br;q=much', 'identity'],
    ['br;q=-1', 'identity'],
    ['brotli, x-gzip, deflate', 'identity'],
    [';;,,;q=1', 'identity'],
    ['__proto__, constructor', 'identity'],
  ])('of %j are %s', (given, expected) => {
    expect(codingsTakenBy(given).join(' ')).toBe(expected);
    expect(codingsTakenBy(given).join(' '), 'asked again').toBe(expected);
  });

  it('always end with the body as it is, whatever is sent', () => {
    fc.assert(fc.property(fc.string(), (given) => codingsTakenBy(given).at(-1) === 'identity'));
  });

  it('are remembered for a few values only, and read for all', () => {
    const first = codingsTakenBy('gzip;q=0.001');
    expect(codingsTakenBy('gzip;q=0.001')).toBe(first);
    for (let at = 0; at < 600; at += 1) codingsTakenBy(`gzip, flood-${String(at)}`);
    const last = codingsTakenBy('br, flood-last');
    expect(last).toEqual(['br', 'identity']);
    expect(codingsTakenBy('br, flood-last')).not.toBe(last);
  });
});
