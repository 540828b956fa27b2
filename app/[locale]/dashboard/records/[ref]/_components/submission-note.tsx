import { getLocale, getTranslations } from 'next-intl/server';
import { requireStaff } from '#features/accounts/session.ts';
import type { Scope } from '#features/records/model.ts';
import type { DeskRecord } from '#features/records/queries/find-desk-record.ts';
import { findSubmission } from '#features/records/queries/find-submission.ts';
import { Notice } from '#ui/notice.tsx';
import { deskTime } from '../../../_components/desk-time.ts';

/** Who handed the unit in, and what they said with it, as long as it waits. */
export async function SubmissionNote({ record, scope }: { record: DeskRecord; scope: Scope }) {
  const unit = record.units.find((one) => one.scope === scope);
  if (unit?.state !== 'in_review' && unit?.state !== 'approved') return null;
  const [actor, t, locale] = await Promise.all([requireStaff(), getTranslations('Desk'), getLocale()]);
  const found = await findSubmission(actor, { recordId: record.id, scope });
  if (found === null) return null;
  return (
    <Notice kind="note">
      <p>
        {t.rich('submitted', {
          by: () => <bdi>{found.by ?? t('revisionSystem')}</bdi>,
          at: deskTime(locale, found.at),
        })}
      </p>
      {found.note === null ? null : <p className="said">{found.note}</p>}
    </Notice>
  );
}
