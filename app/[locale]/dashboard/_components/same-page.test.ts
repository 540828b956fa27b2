import { expect, test } from 'vitest';
import { samePage } from './same-page.ts';

test.each([
  ['/dashboard', '', 'de', '/de/dashboard'],
  ['/de/dashboard/places', '?q=Kiel&page=2', 'ar', '/dashboard/places?q=Kiel&page=2'],
  ['/en/dashboard/records/P-101', '?unit=de', 'de', '/de/dashboard/records/P-101?unit=de'],
  ['/dashboard/records/P-101/history', '?unit=ar', 'en', '/en/dashboard/records/P-101/history?unit=ar'],
] as const)('%s%s is the same page in another language', (pathname, search, to, address) => {
  expect(samePage({ pathname, search }, to)).toBe(address);
});

test('the content that is open stays open, whatever language the interface has', () => {
  expect(samePage({ pathname: '/dashboard/records/P-101', search: '' }, 'de')).toBe(
    '/de/dashboard/records/P-101?unit=ar',
  );
});

test('what was just done is not said again', () => {
  expect(samePage({ pathname: '/de/dashboard/places', search: '?done=trash' }, 'en')).toBe('/en/dashboard/places');
});
