import { getTranslations } from 'next-intl/server';
import type { PersonActor } from '#features/ledger/model.ts';
import type { Grouping } from '#features/views/model.ts';
import { countGroups, type GroupCount } from '#features/views/queries/count-groups.ts';
import { narrowedTo } from '#features/views/question.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { DataTable } from '#ui/data-table.tsx';
import { useDisplayNames } from './display-form.tsx';
import { useListWords } from './list-words.ts';
import type { ListedRows } from './record-table.tsx';

interface GroupTableProps extends Omit<ListedRows, 'page'> {
  actor: PersonActor;
}

/** How many records of the list have which value, each number a link to those; nothing where none was asked for. */
export async function GroupTable({ actor, kind, locale, question, now, ...rest }: GroupTableProps) {
  const { grouping } = question;
  if (grouping === null) return null;
  const [t, counts] = await Promise.all([
    getTranslations('Desk.lists'),
    countGroups(actor, question, { kind, locale, day: siteDayOf(now), grouping }),
  ]);
  return (
    <details className="list-groups" open>
      <summary>
        <GroupTitle grouping={grouping} title={(name) => t('groupsTitle', { grouping: name })} />
      </summary>
      <Counts counts={counts} grouping={grouping} kind={kind} question={question} {...rest} />
    </details>
  );
}

function GroupTitle({ grouping, title }: { grouping: Grouping; title: (name: string) => string }) {
  return title(useDisplayNames().grouping(grouping));
}

interface CountsProps extends Pick<GroupTableProps, 'address' | 'kind' | 'names' | 'question'> {
  grouping: Grouping;
  counts: readonly GroupCount[];
}

async function Counts(props: CountsProps) {
  const t = await getTranslations('Desk.lists');
  return <CountTable {...props} caption={t('groupBy')} count={t('groupCount')} />;
}

function CountTable({
  counts,
  grouping,
  kind,
  question,
  names,
  address,
  caption,
  count,
}: CountsProps & { caption: string; count: string }) {
  const words = useListWords(kind, names);
  const title = useDisplayNames().grouping(grouping);
  const isPart = grouping === 'facts' || grouping === 'ar' || grouping === 'de' || grouping === 'en';
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: 'value', label: title, name: title },
        { key: 'count', label: count, name: count, numeric: true },
      ]}
      rows={counts.map(({ value, label, count: number }) => ({
        key: value,
        cells: [
          <a href={address.to(narrowedTo(question, grouping, value))} key="value">
            <bdi>{label ?? (isPart ? words.standing(value) : words.value(grouping, value))}</bdi>
          </a>,
          <bdi key="count">{number}</bdi>,
        ],
      }))}
    />
  );
}
