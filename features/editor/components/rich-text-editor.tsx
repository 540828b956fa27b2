'use client';

import type { Editor } from '@tiptap/core';
import { type RefCallback, type RefObject, useCallback, useEffect, useState } from 'react';
import { DIRECTION, type Locale } from '#i18n/locales.ts';
import type { FieldAttributes } from '#ui/field.tsx';
import type { CleanPaste } from '../clean-paste.ts';
import { insertBlocks, plainBlocks } from '../internal/insert-paste.ts';
import type { Asking } from '../internal/editor-keys.ts';
import { readPaste, type Waiting } from '../internal/read-paste.ts';
import { startEditor } from '../internal/start-editor.ts';
import { keepArea } from '../internal/keep-area.ts';
import type { NoteSource } from '../note-source.ts';
import { AskingDialog } from './asking-dialogs.tsx';
import { closeNow } from './modal.tsx';
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

/** The editor of a rich text over the text area that the form posts. */
export function RichTextEditor({ area, attributes, lang, sources, onMarkup }: RichTextEditorProps) {
  const [asking, setAsking] = useState<Asking | null>(null);
  const [waiting, setWaiting] = useState<Waiting | null>(null);
  const { editor, place } = useEditor({ area, attributes, lang, sources, onAsk: setAsking, onWait: setWaiting });
  function insert(blocks: CleanPaste['blocks']) {
    closeNow(() => setWaiting(null));
    if (editor !== null) insertBlocks(editor, blocks);
  }
  return (
    <div className="editor">
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
  onAsk: (asking: Asking) => void;
  onWait: (waiting: Waiting) => void;
}

/** The editor as long as its place is in sight. What it begins with is read once: nothing that comes back ever touches it. */
function useEditor({ area, attributes, lang, sources, onAsk, onWait }: Parts) {
  const [editor, setEditor] = useState<Editor | null>(null);
  const [numbers] = useState(() => new Map(sources.map(({ id, number }) => [id, number])));
  const place: RefCallback<HTMLElement> = useCallback(
    (element) => {
      if (element === null || area.current === null) return undefined;
      const keeping = keepArea(area.current);
      const started = startEditor({
        place: element,
        markup: area.current.value,
        numberOf: (id) => numbers.get(id) ?? null,
        onAsk,
        onChange: () => keeping.changed(started.state.doc),
        onPaste: (from) => {
          const read = from === null ? null : readPaste(started, { from, lang });
          if (read !== null && read !== 'entered') onWait(read);
          return read !== null;
        },
      });
      setEditor(started);
      return () => {
        keeping.stop();
        started.destroy();
      };
    },
    [area, lang, numbers, onAsk, onWait],
  );
  useDressed(editor, { attributes, lang });
  return { editor, place };
}

/** What the field says about itself stands at the editor as it would at the text area. */
function useDressed(editor: Editor | null, { attributes, lang }: Pick<Parts, 'attributes' | 'lang'>): void {
  const { id, 'aria-describedby': described, 'aria-invalid': invalid } = attributes;
  useEffect(() => {
    const own = written({ id, lang, described, invalid });
    editor?.setOptions({ editorProps: { ...editor.options.editorProps, attributes: own } });
  }, [editor, id, lang, described, invalid]);
  useEffect(() => {
    const label = document.querySelector(`label[for="${CSS.escape(id)}"]`);
    const focus = () => editor?.commands.focus();
    label?.addEventListener('click', focus);
    return () => label?.removeEventListener('click', focus);
  }, [editor, id]);
}

interface Written {
  id: string;
  lang: Locale;
  described: string | undefined;
  invalid: true | undefined;
}

function written({ id, lang, described, invalid }: Written): Record<string, string> {
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
