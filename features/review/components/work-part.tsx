import { useLocale, useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { listPath } from '#features/kinds/lists.ts';
import { localisePath } from '#i18n/locales.ts';
import type { WorkItem, WorkList } from '../queries/list-work.ts';
import { DueTag } from './due-tag.tsx';
import { ReturnReasons } from './return-reasons.tsx';
import { TodayCard } from './today-card.tsx';
import { UnitLine } from './unit-line.tsx';

/** Units that wait, the way into each, and the way to all of them; where none waits, what would stand here. */
export function WorkPart({ list, items, head }: { list: WorkList; items: readonly WorkItem[]; head?: ReactNode }) {
  const t = useTranslations('Desk.today');
  const locale = useLocale();
  const total = items[0]?.total ?? 0;
  const link =
    total === 0
      ? { href: localisePath(locale, listPath('partnership')), text: t('toPartnerships') }
      : { href: localisePath(locale, `/dashboard/work/${list}`), text: t('all', { count: total }) };
  return (
    <TodayCard
      empty={t(`empty.${list}`)}
      head={head}
      link={link}
      rows={items.map((item) => ({ key: `${item.ref}-${item.scope}`, shown: <WorkLine item={item} /> }))}
      title={t(`lists.${list}`)}
    />
  );
}

/** A unit that waits, and why it was returned. */
export function WorkLine({ item }: { item: WorkItem }) {
  const t = useTranslations('Desk');
  const { kind, updatedAt, updatedBy, returnNote, dueOn, isOverdue } = item;
  return (
    <>
      <UnitLine
        after={updatedBy === null ? undefined : <bdi>{updatedBy}</bdi>}
        at={updatedAt}
        before={t(`kind.${kind}`)}
        unit={item}
      />
      {dueOn === null ? null : <DueTag dueOn={dueOn} isOverdue={isOverdue} />}
      {returnNote === null ? null : (
        <div className="work-note">
          <ReturnReasons stored={returnNote} />
        </div>
      )}
    </>
  );
}
