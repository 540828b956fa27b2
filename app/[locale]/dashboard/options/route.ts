import '#features/kinds/all.ts';
import { currentActor } from '#features/accounts/session.ts';
import { listRecordOptions } from '#features/kinds/queries/list-record-options.ts';
import type { RecordOption } from '#features/kinds/record-option.ts';
import { isKindName, type KindName } from '#features/records/model.ts';
import { mayReadDrafts } from '#features/records/policy.ts';
import { DEFAULT_LOCALE, isLocale } from '#i18n/locales.ts';

export const dynamic = 'force-dynamic';

const OPTIONS_MAX = 12;
const SEARCH_LENGTH_MAX = 200;

/** What a field of the desk offers while somebody types in it; for staff, and for nobody to keep. */
export async function GET(request: Request, { params }: { params: Promise<{ locale: string }> }): Promise<Response> {
  const actor = await currentActor();
  if (!mayReadDrafts(actor)) return answer([], 401);
  const { locale } = await params;
  const { searchParams } = new URL(request.url);
  return answer(
    await listRecordOptions(actor, {
      kinds: kindsIn(searchParams.getAll('kind')),
      search: (searchParams.get('q') ?? '').slice(0, SEARCH_LENGTH_MAX),
      locale: isLocale(locale) ? locale : DEFAULT_LOCALE,
      limit: OPTIONS_MAX,
      near: pointIn(searchParams),
    }),
    200,
  );
}

function answer(options: readonly RecordOption[], status: number): Response {
  return Response.json(options, { status, headers: { 'cache-control': 'no-store' } });
}

function kindsIn(asked: readonly string[]): KindName[] {
  return asked.filter((kind) => isKindName(kind));
}

function pointIn(asked: URLSearchParams): { latitude: number; longitude: number } | undefined {
  const [latitude = Number.NaN, longitude = Number.NaN] = ['latitude', 'longitude'].map((name) => {
    return Number.parseFloat(asked.get(name) ?? '');
  });
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : undefined;
}
