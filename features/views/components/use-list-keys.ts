'use client';

import { useEffect } from 'react';
import { useShortcutsOff } from '#features/kinds/components/use-shortcut.ts';
import { isOff, isPressed, type PressedKey, type ShortcutName } from '#features/kinds/shortcuts.ts';

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
    const isHeard = (name: ShortcutName, event: PressedKey) => !isOff(off, name) && isPressed(name, event);
    const hear = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const row = rowOf(document.activeElement);
      const step = isHeard('rowNext', event) ? 1 : isHeard('rowPrevious', event) ? -1 : arrowOf(event, row !== null);
      if (step !== 0) {
        event.preventDefault();
        walk(row, step);
      } else if (isHeard('rowSelect', { ...pressed(event), shiftKey: false }) && row !== null && toggle !== null) {
        event.preventDefault();
        toggle(row.dataset['row'] ?? '', event.shiftKey);
      }
    };
    window.addEventListener('keydown', hear);
    return () => window.removeEventListener('keydown', hear);
  }, [off, toggle]);
}

/** The arrows scroll the page until one is among the rows. */
function arrowOf({ code, shiftKey }: KeyboardEvent, isAmongRows: boolean): number {
  if (shiftKey || !isAmongRows) return 0;
  return code === 'ArrowDown' ? 1 : code === 'ArrowUp' ? -1 : 0;
}

/** Shift takes a range and is no other key. */
function pressed({ altKey, code, ctrlKey, key, metaKey }: KeyboardEvent): Omit<PressedKey, 'shiftKey'> {
  return { altKey, code, ctrlKey, key, metaKey };
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
