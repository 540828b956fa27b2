import type { Editor } from '@tiptap/core';
import { redo, undo } from '@tiptap/pm/history';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from '@tiptap/pm/tables';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';
import { TABLE_COLUMNS_MAX, TABLE_ROWS_MAX } from '#features/records/rich-text.ts';
import { convertBlocks, isAlready, type Target } from './convert-blocks.ts';

/** What the toolbar and the keys do at once. */
export type Deed =
  | 'bold'
  | 'bulletList'
  | 'blockquote'
  | 'columnAdd'
  | 'columnRemove'
  | 'heading2'
  | 'heading3'
  | 'heading4'
  | 'orderedList'
  | 'paragraph'
  | 'redo'
  | 'rowAdd'
  | 'rowRemove'
  | 'table'
  | 'tableRemove'
  | 'undo';

const TARGETS: Partial<Record<Deed, Target>> = {
  blockquote: { type: 'blockquote' },
  bulletList: { type: 'bulletList' },
  heading2: { type: 'heading', level: 2 },
  heading3: { type: 'heading', level: 3 },
  heading4: { type: 'heading', level: 4 },
  orderedList: { type: 'orderedList' },
  paragraph: { type: 'paragraph' },
};

/** Does something to the selection. */
export function doDeed(editor: Editor, deed: Deed): void {
  const { state, view } = editor;
  const target = TARGETS[deed];
  if (target !== undefined) {
    const converted = convertBlocks(state, target);
    if (converted !== null) view.dispatch(converted);
    return;
  }
  if (deed === 'bold') editor.commands.toggleMark('bold');
  else if (deed === 'undo') undo(state, (tr) => view.dispatch(tr));
  else if (deed === 'redo') redo(state, (tr) => view.dispatch(tr));
  else if (deed === 'table') insertTable(editor);
  else changeTable(editor, deed);
}

/** Whether the selection is what a deed makes. */
export function isDone(state: EditorState, deed: Deed): boolean {
  const { $from, $to } = state.selection;
  const target = TARGETS[deed];
  if (target === undefined) return false;
  for (let at = $from.index(0); at <= Math.min($to.index(0), state.doc.childCount - 1); at += 1) {
    const block = state.doc.child(at);
    if (block.type.name === 'table' || !isAlready(block, target)) return false;
  }
  return true;
}

/** A table of two columns after the block of the selection, with the caret in its head. */
function insertTable({ state, view }: Editor): void {
  const { schema, selection, tr } = state;
  if (isInTable(state)) return;
  const cells = (type: string) => [schema.node(type), schema.node(type)];
  const rows = ['tableHeader', 'tableCell', 'tableCell'].map((type) => schema.node('tableRow', null, cells(type)));
  const block = selection.$to.node(1);
  const end = selection.$to.after(1);
  const isEmpty = block.type.name === 'paragraph' && block.content.size === 0;
  const start = isEmpty ? selection.$to.before(1) : end;
  tr.replaceWith(start, end, schema.node('table', null, rows));
  // There must be a way on behind it.
  const after = tr.mapping.map(end);
  if (after >= tr.doc.content.size) tr.insert(after, schema.node('paragraph'));
  tr.setSelection(TextSelection.near(tr.doc.resolve(start + 1)));
  view.dispatch(tr.scrollIntoView());
}

function changeTable({ state, view }: Editor, deed: Deed): void {
  if (!isInTable(state)) return;
  const rows = state.selection.$from.node(1).childCount;
  const columns = state.selection.$from.node(2).childCount;
  // The head goes with its table.
  const isInHead = state.selection.$from.index(1) === 0;
  const send = (tr: Transaction) => view.dispatch(tr);
  const changes: Partial<Record<Deed, () => unknown>> = {
    rowAdd: () => rows < TABLE_ROWS_MAX && addRowAfter(state, send),
    columnAdd: () => columns < TABLE_COLUMNS_MAX && addColumnAfter(state, send),
    rowRemove: () => !isInHead && deleteRow(state, send),
    columnRemove: () => columns > 1 && deleteColumn(state, send),
    tableRemove: () => deleteTable(state, send),
  };
  changes[deed]?.();
}
