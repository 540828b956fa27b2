import { jsonAnswer, openAnswer } from './answers.ts';
import { csvOf } from '#app/_components/csv.ts';
import { type Feature, featureCollection } from './geo-json.ts';
import type { Format } from './read-asked.ts';

/** On which terms everything may be used. */
export const LICENCE = { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' };

/** Whom to name. */
export const ATTRIBUTION = 'مدينتان Madinatan';

/** One page of a list for programs. */
export interface OpenList {
  /** The file name of a table without its ending. */
  name: string;
  records: readonly object[];
  columns: readonly string[];
  rows: () => Readonly<Record<string, number | string | null>>[];
  features: () => Feature[];
  total: number;
  next: string | null;
  tags: readonly string[];
}

/** A page of a list in the form that is asked for. */
export function listAnswer(list: OpenList, format: Format): Response {
  const { name, records, columns, rows, features, total, next, tags } = list;
  const links = [`<${LICENCE.url}>; rel="license"`, ...(next === null ? [] : [`<${next}>; rel="next"`])];
  const headers = { link: links.join(', ') };
  const terms = { licence: LICENCE, attribution: ATTRIBUTION };
  if (format === 'csv') {
    const file = {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${name}.csv"`,
    };
    return openAnswer(csvOf(columns, rows()), tags, { ...headers, ...file });
  }
  if (format === 'geojson') {
    const body = featureCollection(features(), { ...terms, total, next });
    return jsonAnswer(body, tags, { ...headers, 'content-type': 'application/geo+json' });
  }
  return jsonAnswer({ ...terms, total, next, records }, tags, headers);
}

/** One record in the form that is asked for. */
export function recordAnswer(
  { record, feature, tags }: { record: object; feature: Feature; tags: readonly string[] },
  format: Format,
): Response {
  const terms = { licence: LICENCE, attribution: ATTRIBUTION };
  const headers = { link: `<${LICENCE.url}>; rel="license"` };
  if (format !== 'geojson') return jsonAnswer({ ...terms, record }, tags, headers);
  const body = featureCollection([feature], terms);
  return jsonAnswer(body, tags, { ...headers, 'content-type': 'application/geo+json' });
}
