import { readPlace } from '#features/places/cached.ts';
import { recordTag } from '#features/records/tags.ts';
import { answering, faultyAnswer, missingAnswer } from '../../_components/answers.ts';
import { recordAnswer } from '../../_components/list-answer.ts';
import { placeFeature, wholePlace } from '../../_components/place-record.ts';
import { faultsOf, readCommon } from '../../_components/read-asked.ts';

export const dynamic = 'force-dynamic';

/** One place: `?locale=&format=`, as JSON or GeoJSON. */
export async function GET(request: Request, { params }: { params: Promise<{ slug: string }> }): Promise<Response> {
  const { asked, locale, format } = readCommon(request);
  const { slug } = await params;
  return answering(locale, async () => {
    const faults = faultsOf(asked, { keys: [], ignored: [] });
    if (format === 'csv') faults.push({ name: 'format', reason: 'unknown' });
    if (faults.length > 0) return faultyAnswer(locale, faults);
    const found = await readPlace(slug, locale);
    if (found === null) return missingAnswer(locale);
    const record = wholePlace(found, locale);
    const tags = [recordTag(found.id)];
    return recordAnswer({ record, feature: placeFeature(record), tags }, format);
  });
}
