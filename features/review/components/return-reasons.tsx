import { useFormatter, useTranslations } from 'next-intl';
import { readReturnNote } from '#features/records/return-note.ts';

/** Why a unit came back: what was chosen from the list, and the words. */
export function ReturnReasons({ stored }: { stored: string }) {
  const t = useTranslations('Desk');
  const format = useFormatter();
  const { reasons, note } = readReturnNote(stored);
  return (
    <>
      {reasons.length === 0 ? null : (
        <p>{t('returnedFor', { reasons: format.list(reasons.map((reason) => t(`reasons.${reason}`))) })}</p>
      )}
      {note === '' ? null : <p className="said">{reasons.length === 0 ? t('returnedBecause', { note }) : note}</p>}
    </>
  );
}
