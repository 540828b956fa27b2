import { useTranslations } from 'next-intl';
import type { KindName } from '#features/records/model.ts';
import type { SavedView } from '#features/views/queries/list-saved-views.ts';
import { readQuestionText } from '#features/views/question.ts';
import { Tabs } from '#ui/tabs.tsx';
import type { ListAddress } from './list-address.ts';
import { addressWith } from '#ui/address-with.ts';
import { questionParts } from '#features/views/question.ts';

interface ViewTabsProps {
  kind: KindName;
  views: readonly SavedView[];
  open: SavedView | null;
  address: ListAddress;
}

/** The kept views of a list as tabs, beside all of its records; nothing where none was kept. */
export function ViewTabs({ kind, views, open, address }: ViewTabsProps) {
  const t = useTranslations('Desk.lists');
  if (views.length === 0) return null;
  return (
    <Tabs
      label={t('views')}
      tabs={[
        { key: 'all', text: t('allRecords'), href: address.path, current: open === null },
        ...views.map((view) => ({
          key: view.id,
          text: <bdi>{view.name}</bdi>,
          href: addressOf(view, kind, address.path),
          current: view.id === open?.id,
        })),
      ]}
    />
  );
}

/** The kept question stands in the address, so that it can be sent to somebody who has no such view. */
function addressOf({ id, question }: SavedView, kind: KindName, path: string): string {
  const read = readQuestionText(question, kind);
  return addressWith(path, { ...(read.faults.length > 0 ? {} : questionParts(read.question)), view: id });
}
