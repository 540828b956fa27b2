import { FOUND_KINDS, type FoundKind, QUERY_LENGTH_MAX, SEARCH_LIMIT, SEARCH_TAG } from '#features/search/model.ts';
import { findRecords } from '#features/search/queries/find-records.ts';
import {
  answering,
  faultyAnswer,
  jsonAnswer,
  keyFaults,
  languageFaults,
  languageOf,
  limitOf,
  type ParameterFault,
} from '../_components/answers.ts';

export const dynamic = 'force-dynamic';

const KEYS = ['q', 'locale', 'type', 'limit'];

/** Finds records by words: `?q=&locale=&type=&limit=`. */
export async function GET(request: Request): Promise<Response> {
  const asked = new URL(request.url).searchParams;
  const locale = languageOf(asked);
  const query = asked.get('q') ?? '';
  const limit = limitOf(asked, SEARCH_LIMIT);
  const type = readType(asked.get('type'));
  const faults: ParameterFault[] = [...keyFaults(asked, { single: KEYS }), ...languageFaults(asked)];
  if (!asked.has('q')) faults.push({ name: 'q', reason: 'missing' });
  if (query.length > QUERY_LENGTH_MAX) faults.push({ name: 'q', reason: 'tooLong' });
  if (type === 'unknown') faults.push({ name: 'type', reason: 'unknown' });
  if (limit === null) faults.push({ name: 'limit', reason: 'limit' });
  return answering(locale, async () => {
    if (limit === null || type === 'unknown' || faults.length > 0) return faultyAnswer(locale, faults);
    const { hits, total } = await findRecords(query, { locale, type, limit });
    const results = hits.map(({ textLocale: _language, ...hit }) => hit);
    return jsonAnswer({ query, results, total }, [SEARCH_TAG]);
  });
}

function readType(given: string | null): FoundKind | 'unknown' | undefined {
  if (given === null || given === '') return undefined;
  return FOUND_KINDS.find((kind) => kind === given) ?? 'unknown';
}
