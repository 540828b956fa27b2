import type { Editor } from '@tiptap/core';
import { goToNextCell, isInTable } from '@tiptap/pm/tables';
import type { EditorView } from '@tiptap/pm/view';
import { convertBlocks, type Target } from './convert-blocks.ts';
import { type Deed, doDeed } from './editor-deeds.ts';

/** What opens a dialog. */
export type Asking = 'foreign' | 'link' | 'note';

/** The keys of deeds by where they lie: on an Arabic keyboard the B is a ب. */
export const SHORTCUTS: Partial<Record<Asking | Deed, string>> = {
  bold: 'Ctrl+B',
  undo: 'Ctrl+Z',
  redo: 'Ctrl+Y',
  link: 'Ctrl+Shift+K',
  foreign: 'Ctrl+Shift+L',
  note: 'Ctrl+Shift+F',
  paragraph: 'Ctrl+Alt+0',
  heading2: 'Ctrl+Alt+2',
  heading3: 'Ctrl+Alt+3',
  heading4: 'Ctrl+Alt+4',
  orderedList: 'Ctrl+Shift+7',
  bulletList: 'Ctrl+Shift+8',
  blockquote: 'Ctrl+Shift+9',
};

const BY_KEY = new Map(Object.entries(SHORTCUTS).map(([deed, keys]) => [keys, deed]));

/** The keys that were pressed, as they are written in `SHORTCUTS`. */
function pressedKeys(event: KeyboardEvent): string | null {
  // With AltGr somebody types a sign.
  if (!(event.ctrlKey || event.metaKey) || event.getModifierState('AltGraph')) return null;
  const letter = /^(?:Key|Digit)(.)$/u.exec(event.code)?.[1];
  if (letter === undefined) return null;
  const pressed = ['Ctrl', ...(event.altKey ? ['Alt'] : []), ...(event.shiftKey ? ['Shift'] : []), letter].join('+');
  return pressed === 'Ctrl+Shift+Z' ? 'Ctrl+Y' : pressed;
}

/** Answers a key; `true` where nobody else shall. */
export function answerKey(editor: Editor, event: KeyboardEvent, ask: (asking: Asking) => void): boolean {
  const deed = BY_KEY.get(pressedKeys(event) ?? '');
  if (deed === 'link' || deed === 'foreign' || deed === 'note') ask(deed);
  else if (deed !== undefined) doDeed(editor, asDeed(deed));
  return deed !== undefined || answerPlainKey(editor, event);
}

function answerPlainKey(editor: Editor, event: KeyboardEvent): boolean {
  if (event.altKey && event.key === 'F10') return goToToolbar(editor);
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  if (event.key === 'Enter') return answerEnter(editor);
  if (event.key === 'Backspace') return answerBackspace(editor);
  return event.key === 'Tab' && isInTable(editor.state) && answerTab(editor, event.shiftKey);
}

function goToToolbar({ view }: Editor): boolean {
  const tool = view.dom.closest('.editor')?.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"]');
  tool?.focus();
  return tool !== undefined;
}

/** The keys of `SHORTCUTS` are deeds where they are no questions. */
function asDeed(name: string): Deed {
  return name as Deed;
}

/** An empty item ends its list; in a table the caret goes on to the cell below. */
function answerEnter({ state, view }: Editor): boolean {
  const { $from, empty } = state.selection;
  if (isInTable(state)) return answerEnterInTable({ state, view });
  if ($from.parent.content.size > 0 || !empty || $from.parent.type.name === 'paragraph') return false;
  const converted = convertBlocks(state, { type: 'paragraph' });
  if (converted !== null) view.dispatch(converted);
  return converted !== null;
}

/** A cell is one line. */
function answerEnterInTable({ state, view }: Pick<Editor, 'state' | 'view'>): boolean {
  const { $from } = state.selection;
  const table = $from.node(1);
  if ($from.index(1) === table.childCount - 1) return true;
  for (let step = 0; step < table.child(0).childCount; step += 1) {
    goToNextCell(1)(view.state, (tr) => view.dispatch(tr));
  }
  return true;
}

/** At the beginning of a heading, a quotation or a list, the first press makes a paragraph of it. */
function answerBackspace({ state, view }: Editor): boolean {
  const { $from, empty } = state.selection;
  if (!empty || $from.parentOffset > 0 || $from.parent.type.name === 'paragraph' || isInTable(state)) return false;
  if ($from.parent.type.name === 'listItem' && $from.index(1) > 0) return false;
  const converted = convertBlocks(state, { type: 'paragraph' });
  if (converted === null) return false;
  view.dispatch(converted);
  return true;
}

/** Behind the last cell the way leads out, so that nobody is caught in a table. */
function answerTab({ state, view }: Editor, isBack: boolean): boolean {
  return goToNextCell(isBack ? -1 : 1)(state, (tr) => view.dispatch(tr));
}

const SIGNS: Record<string, Target> = {
  '##': { type: 'heading', level: 2 },
  '###': { type: 'heading', level: 3 },
  '####': { type: 'heading', level: 4 },
  '-': { type: 'bulletList' },
  '1.': { type: 'orderedList' },
  '>': { type: 'blockquote' },
};
const FAULTS = /[\u202A-\u202E\u2066-\u2069\u200E\u200F\u061C\u0000-\u001F\u007F-\u009F]/u;

/** Signs at the beginning of a paragraph make it what they make in markup; signs that turn text around are not taken. */
export function answerText(view: EditorView, position: number, text: string): boolean {
  if (FAULTS.test(text)) return true;
  const { $from } = view.state.selection;
  const target = SIGNS[$from.parent.textBetween(0, $from.parentOffset)];
  if (text !== ' ' || target === undefined || $from.parent.type.name !== 'paragraph') return false;
  view.dispatch(view.state.tr.delete($from.start(), position));
  const converted = convertBlocks(view.state, target);
  if (converted !== null) view.dispatch(converted);
  return true;
}
