import { describe, expect, it } from 'vitest';
import { hashToken, makeToken, networkOf, normaliseEmail } from './model.ts';
import { FAILURES_BEFORE_LOCK, waitSecondsAfter } from './sign-in-limits.ts';

describe('a token', () => {
  it('has 256 bits in letters that addresses and cookies can hold', () => {
    const tokens = Array.from({ length: 100 }, makeToken);
    expect(new Set(tokens).size).toBe(100);
    for (const token of tokens) expect(token).toMatch(/^[\w-]{43}$/u);
  });

  it('is stored as a hash that does not contain it', () => {
    expect(hashToken('abc')).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
  });
});

describe('an e-mail address', () => {
  it('is found however it was typed', () => {
    expect(normaliseEmail('  Salma@Example.ORG ')).toBe('salma@example.org');
    expect(normaliseEmail('ｓalma@example.org')).toBe('salma@example.org');
  });
});

describe('the network of an address', () => {
  it.each([
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2'],
    ['2001:0DB8:0001:0002::1', '2001:db8:1:2'],
    ['2001:db8::1', '2001:db8:0:0'],
    ['::1', '0:0:0:0'],
    ['fe80::1%eth0', 'fe80:0:0:0'],
  ])('of %s is %s', (address, network) => {
    expect(networkOf(address)).toBe(network);
  });

  it.each(['', 'unknown', '192.0.2.7, 198.51.100.1', '300.1.1.1'])('is not known of %j', (address) => {
    expect(networkOf(address)).toBeNull();
  });
});

describe('the wait after wrong passwords', () => {
  it('begins with the tenth, doubles and ends at a quarter of an hour', () => {
    expect([0, 1, 9, 10, 11, 12, 15, 50].map(waitSecondsAfter)).toEqual([0, 0, 0, 30, 60, 120, 900, 900]);
  });

  it('lets nobody guess a hundred times within a day', () => {
    const seconds = Array.from({ length: FAILURES_BEFORE_LOCK }, (_, failures) => waitSecondsAfter(failures));
    expect(seconds.reduce((sum, wait) => sum + wait, 0)).toBeGreaterThan(20 * 3600);
  });
});
