import { afterEach, expect, test, vi } from 'vitest';
import { actsInText, isOff, isPressed, SHORTCUT_NAMES, SHORTCUTS, shortcutsOff, switchShortcut } from './shortcuts.ts';

const NOTHING = { altKey: false, code: '', ctrlKey: false, key: '', metaKey: false, shiftKey: false };

afterEach(() => {
  vi.unstubAllGlobals();
});

test('a key is known by its place: the letters of an Arabic keyboard change nothing', () => {
  expect(isPressed('save', { ...NOTHING, code: 'KeyS', key: 'س', ctrlKey: true })).toBe(true);
  expect(isPressed('save', { ...NOTHING, code: 'KeyS', key: 's', metaKey: true })).toBe(true);
  expect(isPressed('rowNext', { ...NOTHING, code: 'KeyJ', key: 'ت' })).toBe(true);
});

test('the question mark opens the sheet on any layout', () => {
  expect(isPressed('sheet', { ...NOTHING, code: 'Slash', key: '؟', shiftKey: true })).toBe(true);
  expect(isPressed('sheet', { ...NOTHING, code: 'Minus', key: '?', shiftKey: true }), 'German').toBe(true);
  expect(isPressed('sheet', { ...NOTHING, code: 'Slash', key: '/' })).toBe(false);
});

test('other keys held down mean something else', () => {
  expect(isPressed('save', { ...NOTHING, code: 'KeyS', ctrlKey: true, shiftKey: true })).toBe(false);
  expect(isPressed('save', { ...NOTHING, code: 'KeyS', ctrlKey: true, altKey: true })).toBe(false);
  expect(isPressed('rowPrevious', { ...NOTHING, code: 'KeyK', ctrlKey: true })).toBe(false);
  expect(isPressed('palette', { ...NOTHING, code: 'KeyK' })).toBe(false);
});

test('no single letter acts while somebody writes', () => {
  const single = SHORTCUT_NAMES.filter((name) => !SHORTCUTS[name].isControlled);
  expect(single).toEqual(['sheet', 'rowNext', 'rowPrevious', 'rowSelect', 'rowOpen']);
  expect(single.filter((name) => actsInText(name))).toEqual([]);
});

test('each is switched off and on by itself, on this device', () => {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
  });
  switchShortcut('rowNext', false);
  switchShortcut('sheet', false);
  expect(SHORTCUT_NAMES.filter((name) => isOff(shortcutsOff(), name))).toEqual(['sheet', 'rowNext']);
  switchShortcut('rowNext', true);
  expect(SHORTCUT_NAMES.filter((name) => isOff(shortcutsOff(), name))).toEqual(['sheet']);
});

test('a browser that keeps nothing has all of them', () => {
  vi.stubGlobal('localStorage', undefined);
  switchShortcut('save', false);
  expect(shortcutsOff()).toBe('');
});
