'use client';

import { useTranslations } from 'next-intl';
import { type MouseEvent, useMemo } from 'react';
import { PublishedText } from '#features/records/components/published-text.tsx';
import { readPublishedText } from '#features/records/published-rich-text.ts';
import { DIRECTION, type Locale } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { Isolate } from '#ui/isolate.tsx';
import type { CleanPaste } from '../clean-paste.ts';
import type { PasteRefusal } from '../internal/insert-paste.ts';
import { closeDialog, Modal } from './modal.tsx';

interface PasteDialogProps {
  paste: CleanPaste;
  refusal: PasteRefusal | null;
  /** The language of the text. */
  lang: Locale;
  onInsert: () => void;
  onInsertPlain: () => void;
  onClose: () => void;
}

/** Nobody reads more before pressing a button. */
const SHOWN_LENGTH_MAX = 20_000;

/** What enters of something pasted, beside what it was, with the names of what is taken out. */
export function PasteDialog({ paste, refusal, lang, onInsert, onInsertPlain, onClose }: PasteDialogProps) {
  const t = useTranslations('Desk.editor.paste');
  return (
    <Modal onClose={onClose} onSubmit={refusal === null ? onInsert : onClose} title={t('title')}>
      {refusal === null ? null : <p className="field-error">{t(`refused.${refusal}`)}</p>}
      <Losses paste={paste} />
      {refusal === null ? <Sides lang={lang} paste={paste} /> : null}
      <div className="button-row">
        {refusal === null ? (
          <>
            <Button look="primary" type="submit">
              {t('insert')}
            </Button>
            <Button onClick={onInsertPlain}>{t('insertPlain')}</Button>
          </>
        ) : null}
        <Button onClick={closeDialog}>{t('cancel')}</Button>
      </div>
    </Modal>
  );
}

function Losses({ paste: { losses } }: { paste: CleanPaste }) {
  const t = useTranslations('Desk.editor.paste');
  if (losses.length === 0) return null;
  return (
    <>
      <p>{t('losses')}</p>
      <ul className="editor-losses">
        {losses.map(({ loss, count }) => (
          <li key={loss}>
            {t.rich('loss', { name: t(`lossNames.${loss}`), count: () => <Isolate>{count}</Isolate> })}
          </li>
        ))}
      </ul>
    </>
  );
}

function Sides({ paste: { blocks, trace }, lang }: { paste: CleanPaste; lang: Locale }) {
  const t = useTranslations('Desk.editor.paste');
  const shown = useMemo(() => readPublishedText({ type: 'doc', content: beginningOf(blocks) }), [blocks]);
  const language = { dir: DIRECTION[lang], lang };
  return (
    <div className="editor-sides">
      <section aria-label={t('after')}>
        <h3>{t('after')}</h3>
        {/* Nobody follows a link out of a question. */}
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
        <div aria-label={t('after')} className="editor-side" onClickCapture={stay} role="group" tabIndex={0}>
          <PublishedText blocks={shown} evidence={{ sources: [] }} locale={lang} />
          {blocks.length > shown.length ? (
            <p className="small">{t('more', { count: blocks.length - shown.length })}</p>
          ) : null}
        </div>
      </section>
      <section aria-label={t('before')}>
        <h3>{t('before')}</h3>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached by keyboard */}
        <div aria-label={t('before')} className="editor-side editor-before" role="group" tabIndex={0} {...language}>
          {trace.map(({ text, isRemoved }, at) =>
            // Pieces never move.
            // oxlint-disable-next-line react/no-array-index-key
            isRemoved ? <del key={at}>{text}</del> : <span key={at}>{text}</span>,
          )}
        </div>
      </section>
    </div>
  );
}

function beginningOf(blocks: CleanPaste['blocks']): CleanPaste['blocks'] {
  let length = 0;
  return blocks.filter((block) => {
    length += JSON.stringify(block).length;
    return length < SHOWN_LENGTH_MAX;
  });
}

function stay(event: MouseEvent): void {
  if (event.target instanceof Element && event.target.closest('a') !== null) event.preventDefault();
}
