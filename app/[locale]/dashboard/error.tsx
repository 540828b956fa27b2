'use client';

import { useTranslations } from 'next-intl';
import { Button } from '#ui/button.tsx';
import { EmptyState } from '#ui/empty-state.tsx';

interface DeskErrorProps {
  error: Error & { digest?: string };
  reset: () => void;
}

/** A page of the desk that could not be made: why is in the log under the reference, and the way on is to try again. */
export default function DeskError({ error, reset }: DeskErrorProps) {
  const t = useTranslations('Desk');
  return (
    <EmptyState
      actions={
        <Button look="primary" onClick={reset}>
          {t('tryAgain')}
        </Button>
      }
      level={1}
      title={t('pageFailed')}
    >
      <p>{t('pageFailedHint')}</p>
      {error.digest === undefined ? null : <p>{t('reference', { reference: error.digest })}</p>}
    </EmptyState>
  );
}
