'use client';

import { useTranslations } from 'next-intl';
import { type ComponentType, useEffect, useRef, useState } from 'react';
import type { Locale } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { Field, fieldAttributes, type FieldTexts } from '#ui/field.tsx';
import type { NoteSource } from '../note-source.ts';
import type { RichTextEditorProps } from './rich-text-editor.tsx';

interface RichTextControlProps {
  texts: FieldTexts;
  name: string;
  defaultValue: string;
  lang: Locale;
  dir: 'ltr' | 'rtl';
  /** What notes of the text may name. */
  sources: readonly NoteSource[];
}

/**
 * A rich text. The form posts its markup, from a text area that everybody can type in; where script runs, the editor
 * takes its place as soon as it is there and nobody is typing, and writes into it.
 */
export function RichTextControl({ texts, sources, defaultValue, ...written }: RichTextControlProps) {
  const t = useTranslations('Desk.editor');
  const area = useRef<HTMLTextAreaElement>(null);
  const [Editor, setEditor] = useState<ComponentType<RichTextEditorProps> | null>(null);
  const [isMarkup, setMarkup] = useState(false);
  useEffect(() => awaitEditor(area.current, (loaded) => setEditor(() => loaded)), []);
  const isEditing = Editor !== null && !isMarkup;
  return (
    <Field texts={isEditing ? { ...texts, hint: t('hint') } : texts}>
      <textarea
        {...written}
        {...(isEditing ? {} : fieldAttributes(texts))}
        className="input"
        defaultValue={defaultValue}
        hidden={isEditing}
        ref={area}
        rows={18}
      />
      {isEditing ? (
        <Editor
          area={area}
          attributes={fieldAttributes({ ...texts, hint: t('hint') })}
          lang={written.lang}
          onMarkup={() => setMarkup(true)}
          sources={sources}
        />
      ) : null}
      {Editor !== null && isMarkup ? (
        <Button className="editor-back" onClick={() => setMarkup(false)}>
          {t('backToEditor')}
        </Button>
      ) : null}
    </Field>
  );
}

/** Brings the editor; nobody who types in the text area meanwhile is disturbed. */
function awaitEditor(
  area: HTMLTextAreaElement | null,
  give: (loaded: ComponentType<RichTextEditorProps>) => void,
): () => void {
  let isWanted = true;
  async function load() {
    try {
      const { RichTextEditor } = await import('./rich-text-editor.tsx');
      const start = () => {
        if (isWanted) give(RichTextEditor);
      };
      if (area !== null && document.activeElement === area) area.addEventListener('blur', start, { once: true });
      else start();
    } catch {
      // Without the editor the text area goes on as it is.
    }
  }
  void load();
  return () => {
    isWanted = false;
  };
}
