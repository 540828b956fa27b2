import { useTranslations } from 'next-intl';
import { LocalText } from '#features/records/components/local-text.tsx';
import type { ListedPartnership } from '../queries/list-published-partnerships.ts';
import { SideName } from './side-name.tsx';

/** The names of the two sides with a quiet word between them; more sides stand as the title that the record gives them. */
export function PairTitle({
  partnership,
}: {
  partnership: Pick<ListedPartnership, 'parties' | 'textLocale' | 'title'>;
}) {
  const t = useTranslations('Partnerships');
  const { parties, textLocale, title } = partnership;
  const [first, second, ...more] = parties;
  if (first === undefined || second === undefined || more.length > 0) {
    return <LocalText words={{ text: title, locale: textLocale }} />;
  }
  return t.rich('pair', {
    first: () => <SideName side={first} />,
    second: () => <SideName side={second} />,
    and: (word) => <span className="between">{word}</span>,
  });
}
