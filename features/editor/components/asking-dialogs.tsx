'use client';

import type { Editor } from '@tiptap/core';
import { useLocale, useTranslations } from 'next-intl';
import { useState } from 'react';
import { isLinkAddress } from '#features/records/rich-text.ts';
import { Button } from '#ui/button.tsx';
import { Select } from '#ui/select.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { Isolate } from '#ui/isolate.tsx';
import type { NoteSource } from '../note-source.ts';
import type { Asking } from '../internal/editor-keys.ts';
import { carried, putMarks, wordsFor } from '../internal/marked-words.ts';
import { closeDialog, closeNow, Modal } from './modal.tsx';

interface DialogProps {
  editor: Editor;
  onClose: () => void;
}

interface AskingProps extends DialogProps {
  asking: Asking;
  sources: readonly NoteSource[];
  /** The language of the text. */
  lang: string;
}

/** What asks for more than a press: where a link leads, which language words are of, which sources they name. */
export function AskingDialog({ asking, sources, lang, ...props }: AskingProps) {
  if (asking === 'link') return <LinkDialog {...props} />;
  return asking === 'foreign' ? <ForeignDialog {...props} lang={lang} /> : <NoteDialog {...props} sources={sources} />;
}

function LinkDialog({ editor, onClose }: DialogProps) {
  const t = useTranslations('Desk.editor');
  const [words] = useState(() => wordsFor(editor, 'link'));
  const [before] = useState(() => carried(editor, words, { mark: 'link', attr: 'href' })[0] ?? '');
  const [href, setHref] = useState(before);
  const [text, setText] = useState('');
  const [isRefused, setRefused] = useState(false);
  function put(attrs: Record<string, string>[]) {
    closeNow(onClose);
    putMarks(editor, { words, mark: 'link', attrs, text: text.trim() === '' ? href.trim() : text.trim() });
  }
  return (
    <Modal
      onClose={onClose}
      onSubmit={() => {
        if (isLinkAddress(href.trim())) put([{ href: href.trim() }]);
        else setRefused(true);
      }}
      title={t('link')}
    >
      <TextInput
        code
        hint={t('linkHint')}
        id="editor-link"
        label={t('linkAddress')}
        onChange={(event) => setHref(event.currentTarget.value)}
        value={href}
        {...(isRefused && !isLinkAddress(href.trim()) ? { error: t('linkFault') } : {})}
      />
      {words.text === '' ? <WordsInput onType={setText} value={text} /> : null}
      <DialogButtons onRemove={before === '' ? null : () => put([])} />
    </Modal>
  );
}

const LANGUAGES = 'de en ar tr ko fr es it pt nl pl ru uk el he fa ku ja zh id'.split(' ');

function ForeignDialog({ editor, onClose, lang }: DialogProps & { lang: string }) {
  const t = useTranslations('Desk.editor');
  const names = new Intl.DisplayNames([useLocale()], { type: 'language' });
  const [words] = useState(() => wordsFor(editor, 'foreign'));
  const [before] = useState(() => carried(editor, words, { mark: 'foreign', attr: 'lang' })[0] ?? '');
  const offered = [...new Set([...(before === '' ? [] : [before]), ...LANGUAGES])].filter((one) => one !== lang);
  const [chosen, setChosen] = useState(before === '' ? (offered[0] ?? '') : before);
  const [text, setText] = useState('');
  function put(attrs: Record<string, string>[]) {
    closeNow(onClose);
    putMarks(editor, { words, mark: 'foreign', attrs, text: text.trim() });
  }
  return (
    <Modal onClose={onClose} onSubmit={() => put([{ lang: chosen }])} title={t('foreign')}>
      <Select
        hint={t('foreignHint')}
        id="editor-language"
        label={t('language')}
        onChange={(event) => setChosen(event.currentTarget.value)}
        choices={offered.map((one) => ({ value: one, text: names.of(one) ?? one }))}
        value={chosen}
      />
      {words.text === '' ? <WordsInput onType={setText} value={text} /> : null}
      <DialogButtons onRemove={before === '' ? null : () => put([])} />
    </Modal>
  );
}

/** The words that get the mark, where none were chosen in the text. */
function WordsInput({ value, onType }: { value: string; onType: (text: string) => void }) {
  const t = useTranslations('Desk.editor');
  return (
    <TextInput
      id="editor-words"
      label={t('words')}
      onChange={(event) => onType(event.currentTarget.value)}
      value={value}
    />
  );
}

function NoteDialog({ editor, onClose, sources }: DialogProps & { sources: readonly NoteSource[] }) {
  const t = useTranslations('Desk.editor');
  const [words] = useState(() => wordsFor(editor, 'sourceNote'));
  const [chosen, setChosen] = useState(() => carried(editor, words, { mark: 'sourceNote', attr: 'sourceId' }));
  const isPossible = sources.length > 0 && words.text.trim() !== '';
  function toggle(id: string, isOn: boolean) {
    setChosen(isOn ? [...chosen, id] : chosen.filter((one) => one !== id));
  }
  function put() {
    closeNow(onClose);
    if (isPossible) putMarks(editor, { words, mark: 'sourceNote', attrs: chosen.map((sourceId) => ({ sourceId })) });
    editor.view.focus();
  }
  return (
    <Modal onClose={onClose} onSubmit={put} title={t('note')}>
      {sources.length === 0 ? <p>{t('noteNone')}</p> : null}
      {words.text.trim() === '' ? <p>{t('noteNoWords')}</p> : null}
      {isPossible ? (
        <fieldset className="editor-notes">
          <legend>{t('noteFor', { words: words.text.slice(0, 80) })}</legend>
          {sources.map(({ id, name, number }) => (
            <label className="tick" key={id}>
              <input
                checked={chosen.includes(id)}
                onChange={(event) => toggle(id, event.currentTarget.checked)}
                type="checkbox"
              />
              <span>
                <Isolate>{number}</Isolate> · {name}
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <DialogButtons onRemove={null} />
    </Modal>
  );
}

function DialogButtons({ onRemove }: { onRemove: (() => void) | null }) {
  const t = useTranslations('Desk.editor');
  return (
    <div className="button-row">
      <Button look="primary" type="submit">
        {t('apply')}
      </Button>
      {onRemove === null ? null : <Button onClick={onRemove}>{t('remove')}</Button>}
      <Button onClick={closeDialog}>{t('cancel')}</Button>
    </div>
  );
}
