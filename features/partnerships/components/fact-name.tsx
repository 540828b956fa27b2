import { useTranslations } from 'next-intl';
import { LocalText } from '#features/records/components/local-text.tsx';
import { nestedLabel } from '#features/records/nested-labels.ts';
import type { PublishedPartnership } from '../queries/find-published-partnership.ts';
import { SideName } from './side-name.tsx';

const LISTS = ['agreements', 'decisions', 'milestones', 'projects'] as const;

/** What a claim speaks of: the title of the agreement or milestone, the name of the side, or the word for the fact. */
export function FactName({ path, partnership }: { path: string; partnership: PublishedPartnership }) {
  const t = useTranslations('Partnerships.facts');
  const [list = '', id] = path.split('.');
  const known = LISTS.find((name) => name === list);
  if (known !== undefined && id !== undefined) {
    const title = nestedLabel(partnership.labels, known, { id, field: known === 'decisions' ? 'reason' : 'title' });
    return title === null ? t(known) : <LocalText words={{ text: title, locale: partnership.textLocale }} />;
  }
  const party = list === 'parties' ? partnership.parties.find((one) => one.id === id) : undefined;
  if (party !== undefined) return <SideName side={party} />;
  return list === 'parties' ? t('parties') : t('type');
}
