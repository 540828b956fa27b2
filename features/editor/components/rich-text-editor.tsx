'use client';

import type { Editor } from '@tiptap/core';
import { type RefObject, useEffect, useRef, useState } from 'react';
import { DIRECTION, type Locale } from '#i18n/locales.ts';
import type { FieldAttributes } from '#ui/field.tsx';
import { cleanPaste, cleanPlainText, type CleanPaste } from '../clean-paste.ts';
import { insertBlocks, isPlain, type PasteRefusal, plainBlocks, refusalOf } from '../internal/insert-paste.ts';
import type { Asking } from '../internal/editor-keys.ts';
import { readHtml } from '../internal/read-html.ts';
import { startEditor } from '../internal/start-editor.ts';
import { keepArea } from '../internal/keep-area.ts';
import type { NoteSource } from '../note-source.ts';
import { AskingDialog } from './asking-dialogs.tsx';
import { PasteDialog } from './paste-dialog.tsx';
import { Toolbar } from './toolbar.tsx';

/** What the editor of a text is given. */
export interface RichTextEditorProps {
  /** The text area that the form posts. */
  area: RefObject<HTMLTextAreaElement | null>;
  attributes: FieldAttributes;
  lang: Locale;
  sources: readonly NoteSource[];
  onMarkup: () => void;
}

/** Something pasted that waits for a word. */
interface Waiting {
  paste: CleanPaste;
  refusal: PasteRefusal | null;
}

/** The editor of a rich text over the text area that the form posts. */
export function RichTextEditor({ area, attributes, lang, sources, onMarkup }: RichTextEditorProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const place = useRef<HTMLDivElement>(null);
  const editor = useEditor({ area, place, attributes, lang, sources, onAsk: setAsking, onWait: setWaiting });
  function insert(blocks: CleanPaste['blocks']) {
    setWaiting(null);
    if (editor !== null) insertBlocks(editor, blocks);
  }
  return (
    <div
      className="editor"
      onKeyDown={(event) => {
        if (event.altKey && event.key === 'F10') {
          event.currentTarget.querySelector<HTMLElement>('[role=toolbar] [tabindex="0"]')?.focus();
        }
      }}
    >
      {editor === null ? null : (
        <Toolbar controls={attributes.id} editor={editor} onAsk={setAsking} onMarkup={onMarkup} />
      )}
      <div ref={place} />
      {editor === null || asking === null ? null : (
        <AskingDialog asking={asking} editor={editor} lang={lang} onClose={() => setAsking(null)} sources={sources} />
      )}
      {waiting === null ? null : (
        <PasteDialog
          lang={lang}
          onClose={() => setWaiting(null)}
          onInsert={() => insert(waiting.paste.blocks)}
          onInsertPlain={() => insert(plainBlocks(waiting.paste.blocks))}
          paste={waiting.paste}
          refusal={waiting.refusal}
        />
      )}
    </div>
  );
}

interface Parts extends Omit<RichTextEditorProps, 'onMarkup'> {
  place: RefObject<HTMLElement | null>;
  onAsk: (asking: Asking) => void;
  onWait: (waiting: Waiting) => void;
}

/** The editor as long as it is in sight. What it begins with is read once: nothing that comes back ever touches it. */
function useEditor({ area, place, attributes, lang, sources, onAsk, onWait }: Parts): Editor | null {
  const [editor, setEditor] = useState<Editor | null>(null);
  const [numbers] = useState(() => new Map(sources.map(({ id, number }) => [id, number])));
  useEffect(() => {
    if (place.current === null || area.current === null) return undefined;
    const keeping = keepArea(area.current);
    const started = startEditor({
      place: place.current,
      markup: area.current.value,
      attributes: {},
      numberOf: (id) => numbers.get(id) ?? null,
      onAsk,
      onChange: () => keeping.changed(started.state.doc),
      onPaste: (from) => answerPaste(started, { from, lang, onWait }),
    });
    setEditor(started);
    return () => {
      keeping.stop();
      started.destroy();
    };
  }, [area, place, lang, numbers, onAsk, onWait]);
  const { id, 'aria-describedby': described, 'aria-invalid': invalid } = attributes;
  useEffect(() => {
    editor?.setOptions({
      editorProps: { ...editor.options.editorProps, attributes: written(id, lang, described, invalid) },
    });
  }, [editor, id, lang, described, invalid]);
  useEffect(() => {
    const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
    const focus = () => editor?.commands.focus();
    label?.addEventListener('click', focus);
    return () => label?.removeEventListener('click', focus);
  }, [editor, id]);
  return editor;
}

// oxlint-disable-next-line max-params -- four values of one element
function written(id: string, lang: Locale, described?: string, invalid?: true): Record<string, string> {
  return {
    id,
    lang,
    dir: DIRECTION[lang],
    class: 'input editor-text prose',
    role: 'textbox',
    'aria-multiline': 'true',
    'aria-labelledby': `${id}-label`,
    ...(described === undefined ? {} : { 'aria-describedby': described }),
    ...(invalid === undefined ? {} : { 'aria-invalid': 'true' }),
  };
}

interface Pasted {
  from: DataTransfer | null;
  lang: Locale;
  onWait: (waiting: Waiting) => void;
}

/** What is pasted without loss enters at once; anything else waits for a word. */
function answerPaste(editor: Editor, { from, lang, onWait }: Pasted): boolean {
  const html = from?.getData('text/html') ?? '';
  const text = from?.getData('text/plain') ?? '';
  if (html === '' && text === '') return false;
  const paste = html === '' ? cleanPlainText(text, lang) : cleanPaste(readHtml(html), lang);
  const refusal = refusalOf(editor, paste);
  if (refusal === null && isPlain(paste)) insertBlocks(editor, paste.blocks);
  else onWait({ paste, refusal });
  return true;
}
