import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readPublicAddress } from './public-address.ts';

test.each([
  ['/', 'ar', '/', '/'],
  ['/de', 'de', '/', '/de'],
  ['/de/', 'de', '/', '/de'],
  ['/ar', 'ar', '/', '/'],
  ['/partnerships', 'ar', '/partnerships', '/partnerships'],
  ['/partnerships/', 'ar', '/partnerships', '/partnerships'],
  ['/ar/places/izmir', 'ar', '/places/izmir', '/places/izmir'],
  ['/en/places/%69zmir', 'en', '/places/izmir', '/en/places/izmir'],
  ['/مدن', 'ar', '/مدن', '/%D9%85%D8%AF%D9%86'],
  ['/%D9%85%D8%AF%D9%86', 'ar', '/مدن', '/%D9%85%D8%AF%D9%86'],
])('%s', (given, locale, path, canonical) => {
  expect(readPublicAddress(given)).toEqual({ locale, path, canonical });
});

test.each([
  '',
  'partnerships',
  '//example.org',
  '/ar//example.org',
  String.raw`/ar/\example.org`,
  '/ar/%2fexample.org',
  '/ar/%5cexample.org',
  '/ar/../dashboard',
  '/ar/%2e%2e/dashboard',
  '/partnerships/%ff',
  '/partnerships/%',
  `/partnerships/${'a'.repeat(3000)}`,
])('cannot be read: %s', (given) => {
  expect(readPublicAddress(given)).toEqual({ locale: 'ar', path: null, canonical: given });
});

test('whatever was sent, the site’s own way of writing it stays on this site and reads as itself', () => {
  fc.assert(
    fc.property(fc.webPath({ size: 'medium' }), fc.string(), (tidy, wild) => {
      for (const given of [tidy, `/${wild}`, `/ar/${wild}`, `/de/${encodeURIComponent(wild.toWellFormed())}`]) {
        const { path, canonical } = readPublicAddress(given);
        if (path === null) continue;
        expect(new URL(canonical, 'https://here.example').host).toBe('here.example');
        expect(canonical).toMatch(/^\/(?![/\\])[\u0021-\u007e]*$/u);
        expect(readPublicAddress(canonical).canonical).toBe(canonical);
      }
    }),
  );
});
