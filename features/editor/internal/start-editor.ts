import { Editor, Extension } from '@tiptap/core';
import { history } from '@tiptap/pm/history';
import { tableEditing } from '@tiptap/pm/tables';
import { readMarkup } from '#features/records/rich-text-markup.ts';
import { toEditor } from '../editor-document.ts';
import { editorSchema, type NumberOfSource } from '../editor-schema.ts';
import { blockIds } from './block-ids.ts';
import { answerKey, answerText, type Asking } from './editor-keys.ts';

/** What an editor is started with. */
export interface Beginning {
  place: HTMLElement;
  markup: string;
  numberOf: NumberOfSource;
  onChange: () => void;
  onAsk: (asking: Asking) => void;
  /** Something is pasted or dropped; `true` where it is taken care of. */
  onPaste: (from: DataTransfer | null) => boolean;
}

/** An editor over a text in markup. */
export function startEditor(beginning: Beginning): Editor {
  const { place, markup, numberOf, onAsk, onChange, onPaste } = beginning;
  const own = Extension.create({
    name: 'own',
    priority: 2000,
    addProseMirrorPlugins: () => [history({ newGroupDelay: 400 }), blockIds(), tableEditing()],
  });
  const editor: Editor = new Editor({
    element: place,
    extensions: [...editorSchema(numberOf), own],
    content: toEditor(readMarkup(markup)),
    // What pages may load is said by headers; the style sheet of the product has what the editor needs.
    injectCSS: false,
    enableInputRules: false,
    enablePasteRules: false,
    onUpdate: onChange,
    editorProps: {
      handleKeyDown: (_view, event) => !event.isComposing && answerKey(editor, event, onAsk),
      handleTextInput: (view, ...[from, , text]) => answerText(view, from, text),
      handleDOMEvents: {
        paste: (_view, event) => taken(event, onPaste(event.clipboardData)),
        drop: (view, event) => view.dragging === null && taken(event, onPaste(event.dataTransfer)),
      },
    },
  });
  return editor;
}

function taken(event: Event, isTaken: boolean): boolean {
  if (isTaken) event.preventDefault();
  return isTaken;
}
