'use client';

import { useEffect, useRef, useSyncExternalStore } from 'react';
import {
  actsInText,
  followShortcuts,
  isOff,
  isPressed,
  SHORTCUTS,
  type ShortcutName,
  shortcutsOff,
} from '../shortcuts.ts';

/**
 * Listens for a shortcut while the component stands, unless it is switched off on this device.
 *
 * @param act - what it does; the browser does nothing more with the key
 * @returns what `aria-keyshortcuts` of the control says that does the same; nothing where it is switched off
 */
export function useShortcut(name: ShortcutName, act: () => void): string | undefined {
  const isOn = !isOff(useShortcutsOff(), name);
  const newest = useRef(act);
  useEffect(() => {
    newest.current = act;
  });
  useEffect(() => {
    if (!isOn) return undefined;
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !isPressed(name, event) || (!actsInText(name) && isTaken(event.target))) return;
      event.preventDefault();
      newest.current();
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [isOn, name]);
  return isOn ? SHORTCUTS[name].aria : undefined;
}

/** Which shortcuts are switched off on this device, as `isOff` reads it. */
export function useShortcutsOff(): string {
  return useSyncExternalStore(followShortcuts, shortcutsOff, () => '');
}

const TEXT = 'input, select, textarea, [contenteditable]:not([contenteditable="false"])';

/** Whether a key without Ctrl belongs to what has the focus: a text, a list to choose from, or a window over the page. */
function isTaken(target: EventTarget | null): boolean {
  return (
    document.querySelector('dialog:modal') !== null || (target instanceof Element && target.closest(TEXT) !== null)
  );
}
