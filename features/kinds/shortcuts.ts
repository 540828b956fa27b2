/** One shortcut of the desk. */
interface Shortcut {
  /** The key by its place on the keyboard: an Arabic layout has other letters on the same keys. */
  code: string;
  /** Signs that stand for it wherever the layout has them. */
  signs?: readonly string[];
  /** With Ctrl, on a Mac with Command. Without, it does nothing while somebody writes. */
  isControlled: boolean;
  isShifted: boolean;
  /** As people read it. */
  keys: string;
  /** As `aria-keyshortcuts` has it. */
  aria: string;
}

/** All shortcuts of the desk, in the order in which the sheet lists them. */
export const SHORTCUTS = {
  palette: controlled('KeyK', 'K'),
  save: controlled('KeyS', 'S'),
  sheet: { ...plain('Slash', '?'), signs: ['?', '؟'], isShifted: true, aria: 'Shift+?' },
  rowNext: plain('KeyJ', 'J'),
  rowPrevious: plain('KeyK', 'K'),
  rowSelect: plain('KeyX', 'X'),
  rowOpen: plain('Enter', 'Enter'),
} as const satisfies Record<string, Shortcut>;

/** The name of a shortcut. */
export type ShortcutName = keyof typeof SHORTCUTS;

/** Their names, in the order of the sheet. */
export const SHORTCUT_NAMES = Object.keys(SHORTCUTS).filter((name) => isShortcutName(name));

/** What of a pressed key matters. */
export type PressedKey = Pick<KeyboardEvent, 'altKey' | 'code' | 'ctrlKey' | 'key' | 'metaKey' | 'shiftKey'>;

/** Whether a pressed key is this shortcut, whatever letters the keyboard has. */
export function isPressed(name: ShortcutName, event: PressedKey): boolean {
  const { aria: _aria, code, isControlled, isShifted, signs = [] }: Shortcut = SHORTCUTS[name];
  if (event.altKey || (event.ctrlKey || event.metaKey) !== isControlled) return false;
  // A layout may have the sign on another key, with or without Shift.
  return signs.includes(event.key) || (event.code === code && event.shiftKey === isShifted);
}

/** Whether a shortcut acts while somebody writes. */
export function actsInText(name: ShortcutName): boolean {
  return SHORTCUTS[name].isControlled;
}

const KEY = 'madinatan.shortcuts-off';

/** Which shortcuts somebody switched off on this device, as the text that is kept of them. */
export function shortcutsOff(): string {
  try {
    return localStorage.getItem(KEY) ?? '';
  } catch {
    return '';
  }
}

/** Whether a shortcut is among those that are switched off. */
export function isOff(off: string, name: ShortcutName): boolean {
  return off.split(' ').includes(name);
}

/** Switches a shortcut on or off on this device. */
export function switchShortcut(name: ShortcutName, isOn: boolean): void {
  const others = SHORTCUT_NAMES.filter((one) => one !== name && isOff(shortcutsOff(), one));
  try {
    localStorage.setItem(KEY, (isOn ? others : [...others, name]).join(' '));
  } catch {
    // A browser that keeps nothing has all of them.
  }
  for (const tell of listeners) tell();
}

const listeners = new Set<() => void>();

/**
 * Tells when a shortcut was switched, here or in another window.
 *
 * @returns ends that
 */
export function followShortcuts(tell: () => void): () => void {
  const heard = ({ key }: StorageEvent) => {
    if (key === KEY || key === null) tell();
  };
  listeners.add(tell);
  window.addEventListener('storage', heard);
  return () => {
    listeners.delete(tell);
    window.removeEventListener('storage', heard);
  };
}

function controlled(code: string, keys: string) {
  return { code, isControlled: true, isShifted: false, keys: `Ctrl+${keys}`, aria: `Control+${keys}` };
}

function plain(code: string, keys: string) {
  return { code, isControlled: false, isShifted: false, keys, aria: keys };
}

function isShortcutName(name: string): name is ShortcutName {
  return Object.hasOwn(SHORTCUTS, name);
}
