import { describe, expect, it } from 'vitest';
import { ownPath, ownPathIn } from './own-path.ts';

describe('where to go after sign-in', () => {
  it.each([
    ['/dashboard', '/dashboard'],
    ['/de/dashboard/records/P-101?unit=ar#title', '/de/dashboard/records/P-101?unit=ar#title'],
    ['/', '/'],
    ['/dashboard/../sign-in', '/sign-in'],
  ])('%s stays on the site', (asked, path) => {
    expect(ownPath(asked)).toBe(path);
  });

  it.each([
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'https://evil.example',
    'javascript:alert(1)',
    ' /dashboard',
    'dashboard',
    '',
    null,
    undefined,
  ])('%j leads nowhere', (asked) => {
    expect(ownPath(asked)).toBeNull();
  });

  it('never gives an address that a browser reads as another site', () => {
    expect(ownPath('/.//evil.example')).toBeNull();
  });
});

describe('a page in another language', () => {
  it.each([
    ['de', '/dashboard?unit=ar', '/de/dashboard?unit=ar'],
    ['ar', '/de/dashboard', '/dashboard'],
    ['en', '/de', '/en'],
    ['ar', '/en', '/'],
    ['de', '/design', '/de/design'],
  ] as const)('in %s of %s is %s', (locale, path, other) => {
    expect(ownPathIn(locale, path)).toBe(other);
  });
});
