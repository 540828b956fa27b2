import { getLocale, getTranslations } from 'next-intl/server';
import { KINDS } from '#features/kinds/all.ts';
import { recordPath } from '#features/kinds/lists.ts';
import { findPublishProblems } from '#features/records/check-content.ts';
import type { DeskRecord, DeskUnit } from '#features/records/queries/find-desk-record.ts';
import { localisePath } from '#i18n/locales.ts';
import { momentText } from '#i18n/moment-text.ts';
import { siteDayOf } from '#i18n/time-zone.ts';

interface ReleaseOutcomeProps {
  record: DeskRecord;
  unit: DeskUnit;
  /** When readers got what they have now. */
  since: Date | undefined;
}

/**
 * What happens to a unit that is released: it is new, or replaces what readers have, or cannot be released yet. It can be ticked
 * all the same: what is typed beside and not yet sent may complete it.
 */
export async function ReleaseOutcome({ record, unit, since }: ReleaseOutcomeProps) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations('Desk.releasing')]);
  const checked = { scope: unit.scope, content: unit.content, today: siteDayOf(new Date()) };
  const missing = findPublishProblems(KINDS[record.kind], checked).length;
  if (missing > 0) {
    const href = localisePath(locale, `${recordPath(record.ref)}?unit=${unit.scope}`);
    return <a href={href}>{t('notReady', { count: missing })}</a>;
  }
  const hasFacts = record.units.some(({ scope, publishedRev }) => scope === 'facts' && publishedRev !== null);
  if (unit.scope !== 'facts' && !hasFacts) return t('withFacts');
  if (unit.publishedRev === null || since === undefined) return t('new');
  return t('replaces', { day: momentText(locale, since, 'day') });
}
