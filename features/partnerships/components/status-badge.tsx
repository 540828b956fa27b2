import { useWord } from '#i18n/use-word.ts';
import type { PartnershipStatus } from '#features/vocabulary/model.ts';
import { StatusTag } from '#ui/status-tag.tsx';
import { STATUS_TONES } from '../status-tones.ts';

/** Whether a partnership is alive, as a word with a shape. */
export function StatusBadge({ status }: { status: PartnershipStatus }) {
  const word = useWord('statuses');
  return <StatusTag tone={STATUS_TONES[status]}>{word(status)}</StatusTag>;
}
