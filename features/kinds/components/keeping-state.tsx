'use client';

import { useLocale, useTranslations } from 'next-intl';
import { momentText } from '#i18n/moment-text.ts';
import { SaveState } from '#ui/save-state.tsx';
import { useDynamicTexts } from './dynamic-texts.ts';
import { SignInAgain } from './form-problems.tsx';
import type { Keeping } from './keeper.ts';

/** Where the words of the form are right now, in one line; nothing where nothing was typed. */
export function KeepingState({ keeping }: { keeping: Keeping }) {
  const t = useTranslations('Desk.keeping');
  const desk = useTranslations('Desk');
  const errors = useDynamicTexts('Errors');
  const locale = useLocale();
  switch (keeping.state) {
    case 'clean':
      return null;
    case 'unsaved':
      return <SaveState state="unsaved">{desk('unsaved')}</SaveState>;
    case 'saving':
      return <SaveState state="saving">{t('saving')}</SaveState>;
    case 'kept':
      return <SaveState state="saved">{t('kept', { at: momentText(locale, keeping.at, 'time') })}</SaveState>;
    default:
      return (
        <div className="keeping">
          <SaveState state="failed">
            {keeping.state === 'refused' ? t('refused', { reason: errors(keeping.code) }) : t(keeping.state)}{' '}
            {keeping.isOnDevice ? t('onDevice') : t('notOnDevice')}
          </SaveState>
          {keeping.state === 'signedOut' ? <SignInAgain /> : null}
        </div>
      );
  }
}
