import { useTranslations } from 'next-intl';
import type { UnitState } from '#features/records/model.ts';
import { StatusTag, type StatusTone } from '#ui/status-tag.tsx';

/** How a unit stands, with what readers see taken together. */
export type ShownState = UnitState | 'changed' | 'missing';

const TONES: Record<ShownState, StatusTone> = {
  missing: 'plain',
  draft: 'warn',
  in_review: 'note',
  approved: 'harbour',
  published: 'ok',
  changed: 'brick',
};

/** The state of a unit as one word; `missing` for one that nobody has begun. */
export function shownState(unit: { state: UnitState; isPublished: boolean } | undefined): ShownState {
  if (unit === undefined) return 'missing';
  return unit.isPublished && unit.state === 'draft' ? 'changed' : unit.state;
}

/** How a unit stands, as a word with a shape. */
export function UnitStateTag({ state, isStale = false }: { state: ShownState; isStale?: boolean }) {
  const t = useTranslations('Desk');
  return (
    <span className="unit-state">
      <StatusTag tone={TONES[state]}>{t(`states.${state}`)}</StatusTag>
      {isStale ? <StatusTag tone="error">{t('stale')}</StatusTag> : null}
    </span>
  );
}
