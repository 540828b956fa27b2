'use client';

import { useLocale, useTranslations } from 'next-intl';
import { momentText } from '#i18n/moment-text.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import type { DeviceDraft } from './device-drafts.ts';

interface DraftOfferProps {
  draft: DeviceDraft;
  onRestore: () => void;
  onDrop: () => void;
}

/** Words that this device kept when they could not be sent: to be taken back or left. */
export function DraftOffer({ draft, onRestore, onDrop }: DraftOfferProps) {
  const t = useTranslations('Desk.keeping');
  const at = momentText(useLocale(), new Date(draft.at));
  return (
    <Notice kind="warn" role="alert" title={t('found')}>
      <p>{t('foundText', { at })}</p>
      <div className="button-row">
        <Button look="primary" onClick={onRestore}>
          {t('restore')}
        </Button>
        <Button onClick={onDrop}>{t('drop')}</Button>
      </div>
    </Notice>
  );
}
