import { useLocale } from 'next-intl';
import { LocalText } from '#features/records/components/local-text.tsx';
import { nearestText } from '#i18n/nearest-text.ts';
import type { PublishedParty } from '../queries/find-published-partnership.ts';

/** The name of a side in the reader's language or the nearest. */
export function SideName({ side }: { side: Pick<PublishedParty, 'names'> }) {
  const words = nearestText(side.names, useLocale());
  return words === null ? null : <LocalText words={words} />;
}
