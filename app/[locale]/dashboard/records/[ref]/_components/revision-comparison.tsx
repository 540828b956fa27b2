import { getLocale, getTranslations } from 'next-intl/server';
import { recordPath } from '#features/kinds/lists.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import type { DeskRecord, DeskUnit } from '#features/records/queries/find-desk-record.ts';
import { findTwoRevisions } from '#features/records/queries/find-two-revisions.ts';
import type { ReferenceOption } from '#features/records/queries/list-reference-options.ts';
import { localisePath } from '#i18n/locales.ts';
import { Button } from '#ui/button.tsx';
import { Notice } from '#ui/notice.tsx';
import { TextInput } from '#ui/text-input.tsx';
import { RecordChanges } from './record-changes.tsx';

/** Two numbers of revisions, as an address has them; anything but a number is none. */
export interface AskedComparison {
  from: number;
  to: number;
}

interface RevisionComparisonProps {
  actor: PersonActor;
  record: DeskRecord;
  unit: DeskUnit;
  asked: AskedComparison;
  options: readonly ReferenceOption[];
}

/** Any two revisions side by side; to begin with, what readers see and the newest draft. */
export async function RevisionComparison(props: RevisionComparisonProps) {
  const t = await getTranslations('Desk');
  const { record, unit, asked } = props;
  if (unit.headRev < 2) return null;
  const isAsked = isRevision(asked.from) && isRevision(asked.to);
  const usual = { from: unit.publishedRev ?? 1, to: unit.headRev };
  return (
    <details className="comparison" open={isAsked}>
      <summary>{t('compare.title')}</summary>
      <CompareForm record={record} shown={isAsked ? asked : usual} unit={unit} />
      {isAsked ? <Compared {...props} /> : null}
    </details>
  );
}

async function Compared({ actor, record, unit: { scope }, asked, options }: RevisionComparisonProps) {
  const t = await getTranslations('Desk');
  const found = await findTwoRevisions(actor, { recordId: record.id, scope, one: asked.from, other: asked.to });
  if (found === null) return <Notice kind="note">{t('compare.nothing')}</Notice>;
  return <RecordChanges options={options} record={record} revision={found} scope={scope} />;
}

async function CompareForm({ record, unit, shown }: { record: DeskRecord; unit: DeskUnit; shown: AskedComparison }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.compare')]);
  return (
    <form action={localisePath(locale, `${recordPath(record.ref)}/history`)} className="compare-form" method="get">
      <input name="unit" type="hidden" value={unit.scope} />
      <TextInput code defaultValue={String(shown.from)} id="from" inputMode="numeric" label={t('from')} name="from" />
      <TextInput code defaultValue={String(shown.to)} id="to" inputMode="numeric" label={t('to')} name="to" />
      <Button type="submit">{t('submit')}</Button>
    </form>
  );
}

function isRevision(number: number): boolean {
  return Number.isInteger(number) && number > 0 && number < 2 ** 31;
}
