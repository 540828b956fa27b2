import { placeListTags } from '#features/places/cached.ts';
import { readPlaceQuestion } from '#features/places/list-question.ts';
import { findPlacePage } from '#features/places/queries/find-place-page.ts';
import { QUERY_PAGES } from '#features/records/query-pages.mjs';
import { answering, faultyAnswer } from '../_components/answers.ts';
import { listAnswer } from '../_components/list-answer.ts';
import { listedPlace, placeFeature } from '../_components/place-record.ts';
import { faultsOf, nextAddress, readCommon, valuesByKey } from '../_components/read-asked.ts';

export const dynamic = 'force-dynamic';

const KEYS = QUERY_PAGES['/places'] ?? [];
const COLUMNS = [
  ...['id', 'slug', 'title', 'textLanguage', 'kind', 'country', 'latitude', 'longitude', 'partnerships', 'url'],
];

/** Places with the filters of the page for readers: `?locale=&limit=&format=` and `after` for the next page. */
export async function GET(request: Request): Promise<Response> {
  const { asked, locale, limit, format } = readCommon(request);
  const question = readPlaceQuestion(valuesByKey(asked));
  return answering(locale, async () => {
    const faults = faultsOf(asked, { keys: KEYS, ignored: question.ignored });
    if (faults.length > 0) return faultyAnswer(locale, faults);
    const { places, total, next } = await findPlacePage(question, { locale, size: limit });
    const records = places.map((one) => listedPlace(one, locale));
    const list = {
      name: 'places',
      records,
      columns: COLUMNS,
      rows: () => records,
      features: () => records.map(placeFeature),
      total,
      next: nextAddress(request, next),
      tags: placeListTags(),
    };
    return listAnswer(list, format);
  });
}
