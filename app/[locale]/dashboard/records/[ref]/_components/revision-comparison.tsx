import { getLocale, getTranslations } from 'next-intl/server';
import { recordPath } from '#features/kinds/lists.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { findTwoRevisions } from '#features/records/queries/find-two-revisions.ts';
import { localisePath } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { Checkbox } from '#ui/checkbox.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { type HistoryOf, RestoreTicked } from '../history/_components/revision-entry.tsx';
import { RecordChanges } from './record-changes.tsx';

/** Two numbers of revisions, as an address has them; anything but a number is none. */
export interface AskedComparison {
  from: number;
  to: number;
  /** Whether what did not change is shown as well. */
  withSame: boolean;
}

interface RevisionComparisonProps extends HistoryOf {
  actor: PersonActor;
  asked: AskedComparison;
}

/** Any two revisions side by side; to begin with, what readers see and the newest draft. */
export async function RevisionComparison(props: RevisionComparisonProps) {
  const t = await getTranslations('Desk');
  const { unit, asked } = props;
  if (unit.headRev < 2) return null;
  const isAsked = isRevision(asked.from) && isRevision(asked.to);
  const usual = { from: unit.publishedRev ?? 1, to: unit.headRev, withSame: false };
  return (
    <details className="comparison" open={isAsked}>
      <summary>{t('compare.title')}</summary>
      <CompareForm {...props} shown={isAsked ? asked : usual} />
      {isAsked ? <Compared {...props} /> : null}
    </details>
  );
}

/** What of the earlier revision is not in the newest one can be ticked and had back. */
async function Compared({ actor, asked, ...history }: RevisionComparisonProps) {
  const t = await getTranslations('Desk');
  const { record, unit, options, mayRestore } = history;
  const { from, to, withSame } = asked;
  const found = await findTwoRevisions(actor, { recordId: record.id, scope: unit.scope, one: from, other: to });
  if (found === null) return <Notice kind="note">{t('compare.nothing')}</Notice>;
  const earlier = Math.min(from, to);
  const mayTick = mayRestore && !record.isTrashed && Math.max(from, to) === unit.headRev;
  const changes = (
    <RecordChanges
      options={options}
      record={record}
      revision={found}
      scope={unit.scope}
      tickName={mayTick ? 'compared' : undefined}
      withSame={withSame}
    />
  );
  if (!mayTick) return changes;
  return (
    <RestoreTicked {...history} from={earlier}>
      {changes}
    </RestoreTicked>
  );
}

async function CompareForm({ record, unit, shown }: RevisionComparisonProps & { shown: AskedComparison }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.compare')]);
  return (
    <form action={localisePath(locale, `${recordPath(record.ref)}/history`)} className="compare-form" method="get">
      <input name="unit" type="hidden" value={unit.scope} />
      <TextInput code defaultValue={String(shown.from)} id="from" inputMode="numeric" label={t('from')} name="from" />
      <TextInput code defaultValue={String(shown.to)} id="to" inputMode="numeric" label={t('to')} name="to" />
      <Checkbox defaultChecked={shown.withSame} id="all" label={t('all')} name="all" value="1" />
      <Button type="submit">{t('submit')}</Button>
    </form>
  );
}

function isRevision(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number < 2 ** 31;
}
