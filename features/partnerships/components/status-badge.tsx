import { useWord } from '#i18n/use-word.ts';
import type { PartnershipStatus } from '#features/vocabulary/model.ts';
import { StatusTag, type StatusTone } from '#ui/status-tag.tsx';

/** Each status that needs the reader's attention has a shape of its own. */
const TONES: Record<PartnershipStatus, StatusTone> = {
  active: 'ok',
  planned: 'note',
  dormant: 'plain',
  suspended: 'brick',
  expired: 'warn',
  ended: 'error',
  unknown: 'plain',
};

/** Whether a partnership is alive, as a word with a shape. */
export function StatusBadge({ status }: { status: PartnershipStatus }) {
  const word = useWord('statuses');
  return <StatusTag tone={TONES[status]}>{word(status)}</StatusTag>;
}
