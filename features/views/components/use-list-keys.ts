'use client';

import { useEffect } from 'react';
import { useShortcutsOff } from '#features/kinds/components/use-shortcut.ts';
import { isOff, isPressed, type ShortcutName } from '#features/kinds/shortcuts.ts';

/** Links to the records of a list, one a row, each with the id of its record. */
const ROWS = '[data-row]';

/**
 * Hears the keys of a list (`shortcuts.ts` of kinds) while nothing is being typed, but for those that are switched off.
 *
 * @param toggle - takes a row into the selection or out of it; `null` while nothing may be chosen
 */
export function useListKeys(toggle: ((id: string, isRange?: boolean) => void) | null): void {
  const off = useShortcutsOff();
  useEffect(() => {
    const isOn: IsOn = (name) => !isOff(off, name);
    const hear = (event: KeyboardEvent) => {
      if (isTyping(event.target)) return;
      const row = rowOf(document.activeElement);
      const step = stepOf(event, row, isOn);
      if (step !== 0) {
        event.preventDefault();
        walk(row, step);
      } else if (row !== null && toggle !== null && isSelecting(event, isOn)) {
        event.preventDefault();
        toggle(row.dataset['row'] ?? '', event.shiftKey);
      }
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [off, toggle]);
}

/** Whether somebody left a shortcut on. */
type IsOn = (name: ShortcutName) => boolean;

function stepOf(event: KeyboardEvent, row: HTMLElement | null, isOn: IsOn): number {
  if (isOn('rowNext') && isPressed('rowNext', event)) return 1;
  if (isOn('rowPrevious') && isPressed('rowPrevious', event)) return -1;
  // The arrows scroll the page until one is among the rows.
  return row === null ? 0 : arrowOf(event);
}

function arrowOf({ altKey, code, ctrlKey, metaKey, shiftKey }: KeyboardEvent): number {
  return ctrlKey || metaKey || altKey || shiftKey ? 0 : (ARROWS[code] ?? 0);
}

const ARROWS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };

/** With Shift it takes a range and is no other key. */
function isSelecting({ altKey, code, ctrlKey, key, metaKey }: KeyboardEvent, isOn: IsOn): boolean {
  return isOn('rowSelect') && isPressed('rowSelect', { altKey, code, ctrlKey, key, metaKey, shiftKey: false });
}

function walk(row: HTMLElement | null, step: number): void {
  const rows = [...document.querySelectorAll<HTMLElement>(ROWS)];
  const at = row === null ? (step === 1 ? -1 : rows.length) : rows.indexOf(row);
  rows[Math.min(Math.max(at + step, 0), rows.length - 1)]?.focus();
}

/** The link of the row in which something has the focus. */
function rowOf(element: Element | null): HTMLElement | null {
  return element?.closest('tr')?.querySelector<HTMLElement>(ROWS) ?? null;
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest('dialog') !== null) return true;
  const field = target.closest('input, textarea, select, [contenteditable]');
  return field !== null && !(field instanceof HTMLInputElement && field.type === 'checkbox');
}
