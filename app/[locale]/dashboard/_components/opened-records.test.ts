import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { forgetOpened, noteOpened, openedFrom, openedRecords } from './opened-records.ts';

const kept = new Map<string, string>();

beforeEach(() => {
  kept.clear();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test('the five that were opened last, each once, the newest first', () => {
  for (const number of [1, 2, 3, 4, 5, 6, 3]) noteOpened('ليلى', { ref: `P-${String(number)}`, title: 'شراكة' });
  expect(openedRecords('ليلى').map(({ ref }) => ref)).toEqual(['P-3', 'P-6', 'P-5', 'P-4', 'P-2']);
});

test('each person at a device has their own, and it goes when they leave', () => {
  noteOpened('ليلى', { ref: 'P-1', title: 'شراكة' });
  expect(openedRecords('سامر')).toEqual([]);
  forgetOpened('ليلى');
  expect(openedRecords('ليلى')).toEqual([]);
});

test.each([null, '{', '7', '{}', '[null,1,"P-1",{"ref":"javascript:alert(1)","title":"x"},{"ref":"P-1"}]'])(
  'whatever else is stored there counts as nothing (%s)',
  (text) => expect(openedFrom(text)).toEqual([]),
);
