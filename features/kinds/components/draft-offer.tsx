'use client';

import { useFormatter, useTranslations } from 'next-intl';
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
  const format = useFormatter();
  const at = format.dateTime(new Date(draft.at), { dateStyle: 'long', timeStyle: 'short', numberingSystem: 'latn' });
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
