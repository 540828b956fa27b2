import { partnershipListTags } from '#features/partnerships/cached.ts';
import { readPartnershipQuestion } from '#features/partnerships/list-question.ts';
import { findPartnershipPage } from '#features/partnerships/queries/find-partnership-page.ts';
import { QUERY_PAGES } from '#features/records/query-pages.mjs';
import { siteDayOf } from '#i18n/time-zone.ts';
import { answering, faultyAnswer } from '../_components/answers.ts';
import { listAnswer } from '../_components/list-answer.ts';
import { listedPartnership, partnershipFeature, partnershipRow } from '../_components/partnership-record.ts';
import { faultsOf, nextAddress, readCommon, valuesByKey } from '../_components/read-asked.ts';

export const dynamic = 'force-dynamic';

const KEYS = (QUERY_PAGES['/partnerships'] ?? []).filter((key) => key !== 'view');
const COLUMNS = [
  ...['id', 'slug', 'title', 'textLanguage', 'type', 'status', 'statusDay', 'since', 'distanceKm'],
  ...['sides', 'sideSlugs', 'countries', 'themes', 'lead', 'url'],
];

/** Partnerships with the filters of the page for readers: `?locale=&limit=&format=` and `after` for the next page. */
export async function GET(request: Request): Promise<Response> {
  const { asked, locale, limit, format } = readCommon(request);
  const question = readPartnershipQuestion(valuesByKey(asked));
  return answering(locale, async () => {
    const early = faultsOf(asked, { keys: KEYS, ignored: question.ignored });
    if (early.length > 0) return faultyAnswer(locale, early);
    const day = siteDayOf(new Date());
    const { partnerships, total, next, ignored } = await findPartnershipPage(question, { locale, day, size: limit });
    const late = faultsOf(asked, { keys: KEYS, ignored });
    if (late.length > 0) return faultyAnswer(locale, late);
    const records = partnerships.map((one) => listedPartnership(one, { locale, day }));
    const list = {
      name: 'partnerships',
      records,
      columns: COLUMNS,
      rows: () => records.map((one) => partnershipRow(one, locale)),
      features: () => records.map(partnershipFeature),
      total,
      next: nextAddress(request, next),
      tags: partnershipListTags(),
    };
    return listAnswer(list, format);
  });
}
