import type { PartnershipStatus } from '#features/vocabulary/model.ts';
import type { StatusTone } from '#ui/status-tag.tsx';

/** What each status means to readers; each that needs their attention has a shape and a colour of its own. */
export const STATUS_TONES: Record<PartnershipStatus, StatusTone> = {
  active: 'ok',
  planned: 'note',
  dormant: 'plain',
  suspended: 'brick',
  expired: 'warn',
  ended: 'error',
  unknown: 'plain',
};
