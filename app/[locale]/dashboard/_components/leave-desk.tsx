'use client';

import { useLocale, useTranslations } from 'next-intl';
import { type FormEvent, useRef, useState } from 'react';
import { SignOutForm } from '#features/accounts/components/sign-out-form.tsx';
import { forgetOnDevice, type KeptDraft, listOnDevice } from '#features/kinds/components/device-drafts.ts';
import { isLocale, LANGUAGE_NAME } from '#i18n/locales.ts';
import { momentText } from '#i18n/moment-text.ts';
import { Button } from '#ui/button.tsx';
import { forgetOpened } from './opened-records.ts';

/**
 * Signs out. Words that this device keeps and the server does not have are named before: on a computer of many, whoever
 * leaves may want them gone.
 */
export function LeaveDesk({ person }: { person: string }) {
  const [drafts, setDrafts] = useState<readonly KeptDraft[]>([]);
  const dialog = useRef<HTMLDialogElement>(null);
  const place = useRef<HTMLDivElement>(null);
  const isAsked = useRef(false);

  function leave() {
    isAsked.current = true;
    forgetOpened(person);
    dialog.current?.close();
    place.current?.querySelector('form')?.requestSubmit();
  }

  async function ask() {
    const kept = await listOnDevice(person);
    setDrafts(kept);
    if (kept.length === 0) leave();
    else dialog.current?.showModal();
  }

  function submit(event: FormEvent) {
    if (isAsked.current) return;
    event.preventDefault();
    void ask();
  }

  async function removeAndLeave() {
    await Promise.all(drafts.map(async (draft) => forgetOnDevice(draft.place)));
    leave();
  }

  return (
    <div ref={place}>
      <SignOutForm className="button-secondary" onSubmit={submit} />
      <dialog aria-labelledby="leave-title" className="palette" ref={dialog}>
        <LeaveQuestion
          drafts={drafts}
          onKeep={leave}
          onRemove={() => void removeAndLeave()}
          onStay={() => dialog.current?.close()}
        />
      </dialog>
    </div>
  );
}

interface LeaveQuestionProps {
  drafts: readonly KeptDraft[];
  onKeep: () => void;
  onRemove: () => void;
  onStay: () => void;
}

function LeaveQuestion({ drafts, onKeep, onRemove, onStay }: LeaveQuestionProps) {
  const t = useTranslations('Desk');
  const locale = useLocale();
  return (
    <>
      <h2 id="leave-title">{t('leaving.title')}</h2>
      <p>{t('leaving.text', { count: drafts.length })}</p>
      <ul className="leave-list">
        {drafts.map(({ place: { record, scope }, at, title }) => (
          <li key={`${record}-${scope}`}>
            {title === '' ? t('untitled') : <bdi>{title}</bdi>}{' '}
            <span className="small muted dot-list">
              <span>{isLocale(scope) ? <bdi lang={scope}>{LANGUAGE_NAME[scope]}</bdi> : t('facts')}</span>
              <span>{momentText(locale, new Date(at))}</span>
            </span>
          </li>
        ))}
      </ul>
      <div className="button-row">
        <Button look="primary" onClick={onStay}>
          {t('leaving.stay')}
        </Button>
        <Button onClick={onKeep}>{t('leaving.keep')}</Button>
        <Button look="danger" onClick={onRemove}>
          {t('leaving.remove')}
        </Button>
      </div>
    </>
  );
}
