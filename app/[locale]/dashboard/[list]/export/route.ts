import { getTranslations } from 'next-intl/server';
import { BYTE_ORDER_MARK, csvLine } from '#app/_components/csv.ts';
import { currentActor } from '#features/accounts/session.ts';
import { kindOfSegment, listPath } from '#features/kinds/lists.ts';
import type { KindName } from '#features/records/model.ts';
import { exportRecords } from '#features/views/export-records.ts';
import { AT_START } from '#features/views/list-place.ts';
import { SELECTION_MAX, type Question } from '#features/views/model.ts';
import { type Listed, listRecords } from '#features/views/queries/list-records.ts';
import { readQuestion } from '#features/views/question.ts';
import type { PersonActor } from '#features/ledger/model.ts';
import { isLocale, type Locale, localisePath } from '#i18n/locales.ts';
import { siteDayOf } from '#i18n/time-zone.ts';
import { cellsOf, type ExportTexts, headerOf } from './_components/cells.ts';

export const dynamic = 'force-dynamic';

const FORMATS = ['csv', 'sheet', 'json', 'rows'] as const;
const REFS = /^[A-Z]-\d{1,9}(?:,[A-Z]-\d{1,9})*$/u;
const PRIVATE = { 'cache-control': 'private, no-store', 'x-robots-tag': 'noindex' };

/**
 * The records of a list as a file: all of those that match, in its order, with the columns that it shows. What may be read
 * here is what the list shows, to the same people.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[locale]/dashboard/[list]/export'>,
): Promise<Response> {
  const { locale, list } = await params;
  const kind = kindOfSegment(list);
  if (kind === null || !isLocale(locale)) return refusal(404, 'not found');
  const search = new URL(request.url).searchParams;
  const actor = await currentActor();
  if (actor.kind !== 'person') return signInFirst(locale, `${listPath(kind)}?${questionOf(search)}`);
  const { format, only, question, wrong } = readAsked(search, kind);
  if (wrong.length > 0 || format === undefined) return refusal(400, `not understood: ${wrong.join(', ')}`);
  return answer(format, { actor, kind, locale, question, only });
}

/** What is asked of the file beside the list, and by name what of it means nothing. */
function readAsked(search: URLSearchParams, kind: KindName) {
  const format = FORMATS.find((one) => one === (search.get('format') ?? 'csv'));
  const only = search.get('only')?.split(',');
  const isOnly = only === undefined || (REFS.test(only.join(',')) && only.length <= SELECTION_MAX);
  const own = new URLSearchParams(questionOf(search));
  const { question, faults } = readQuestion(askedOf(own), kind);
  const wrong = [
    ...(format === undefined ? ['format'] : []),
    ...(isOnly ? [] : ['only']),
    ...faults.map(({ parameter }) => parameter),
  ];
  return { format, only, question, wrong };
}

interface Wanted {
  actor: PersonActor;
  kind: KindName;
  locale: Locale;
  question: Question;
  only: string[] | undefined;
}

async function answer(format: (typeof FORMATS)[number], wanted: Wanted): Promise<Response> {
  const { actor, question, kind, locale, only } = wanted;
  const wish = { kind, locale, day: siteDayOf(new Date()), only };
  if (format === 'rows') {
    const { rows } = await listRecords(actor, question, { ...wish, place: AT_START, size: SELECTION_MAX });
    return Response.json(
      rows.map(({ id, ref, title, titleLocale, units }) => ({ id, ref, title, titleLocale, units })),
      { headers: PRIVATE },
    );
  }
  const batches = exportRecords(actor, question, wish);
  const name = `${kind}-${wish.day}`;
  if (format === 'json') return file(jsonOf(batches), `${name}.json`, 'application/json; charset=utf-8');
  const t = await textsIn(locale);
  const lines = csvOf(batches, { header: headerOf(t, wanted), cells: (row) => cellsOf(t, wanted, row) });
  return file(format === 'sheet' ? marked(lines) : lines, `${name}.csv`, 'text/csv; charset=utf-8');
}

async function textsIn(locale: Locale): Promise<ExportTexts> {
  const [desk, vocabulary] = await Promise.all([
    getTranslations({ locale, namespace: 'Desk' }),
    getTranslations({ locale, namespace: 'Vocabulary' }),
  ]);
  return { desk, vocabulary: asDynamic(vocabulary) };
}

/** The translator takes any key at run time; each word of the closed lists has its name. */
function asDynamic(translator: unknown): (key: string) => string {
  return translator as (key: string) => string;
}

async function* csvOf(
  batches: AsyncIterable<Listed[]>,
  { header, cells }: { header: string[]; cells: (row: Listed) => (string | null)[] },
): AsyncGenerator<string> {
  yield csvLine(header);
  for await (const rows of batches) yield rows.map((row) => csvLine(cells(row))).join('');
}

async function* marked(lines: AsyncIterable<string>): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK;
  yield* lines;
}

async function* jsonOf(batches: AsyncIterable<Listed[]>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const rows of batches) {
    for (const row of rows) {
      yield before + JSON.stringify(row);
      before = ',\n';
    }
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}

function file(parts: AsyncGenerator<string>, name: string, type: string): Response {
  const encoder = new TextEncoder();
  const body = new ReadableStream<Uint8Array>({
    pull: async (controller) => {
      const part = await parts.next();
      if (part.done === true) controller.close();
      else controller.enqueue(encoder.encode(part.value));
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
  const headers = { ...PRIVATE, 'content-type': type, 'content-disposition': `attachment; filename="${name}"` };
  return new Response(body, { headers });
}

/** A handler has no language but that of its address, so it leads to sign in by itself; from there the list opens. */
function signInFirst(locale: Locale, list: string): Response {
  const location = `${localisePath(locale, '/sign-in')}?next=${encodeURIComponent(localisePath(locale, list))}`;
  return new Response(null, { status: 307, headers: { ...PRIVATE, location } });
}

function questionOf(search: URLSearchParams): string {
  const own = new URLSearchParams(search);
  own.delete('format');
  own.delete('only');
  return own.toString();
}

function refusal(status: number, text: string): Response {
  return new Response(`${text}\n`, { status, headers: { ...PRIVATE, 'content-type': 'text/plain; charset=utf-8' } });
}

function askedOf(search: URLSearchParams): Record<string, string[]> {
  return Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]));
}
