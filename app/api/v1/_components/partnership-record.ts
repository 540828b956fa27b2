import { z } from 'zod';
import { distanceBetween } from '#features/partnerships/bridge.ts';
import type { PublishedPartnership } from '#features/partnerships/queries/find-published-partnership.ts';
import type { ListedPartnership } from '#features/partnerships/queries/list-published-partnerships.ts';
import { statusBasisOn } from '#features/partnerships/status-basis.ts';
import { nearestText } from '#i18n/nearest-text.ts';
import { publicPath } from '#features/records/public-path.ts';
import { PARTNERSHIP_STATUSES, PARTNERSHIP_TYPES } from '#features/vocabulary/model.ts';
import { LOCALES, localisePath, type Locale } from '#i18n/locales.ts';
import type { Feature, Point } from './geo-json.ts';

const words = z
  .partialRecord(z.enum(LOCALES), z.string())
  .describe('Words by language; a language without any is left out');
const partialDate = z.string().describe('YYYY, YYYY-MM or YYYY-MM-DD, as precisely as it is known');
const named = z.object({ slug: z.string(), names: words });

const side = z.object({
  role: z.string().nullable(),
  kind: z.enum(['place', 'organisation']),
  slug: z.string().nullable(),
  names: words,
  country: z.string().nullable().describe('ISO 3166-1 alpha-2'),
  latitude: z.number().nullable().describe('WGS 84; of an organisation that of its place'),
  longitude: z.number().nullable(),
});

/** A partnership in a list, as programs read it. */
export const listedPartnershipSchema = z.object({
  id: z.uuid(),
  slug: z.string(),
  url: z.string().describe('The page for readers, relative to the host'),
  type: z.enum(PARTNERSHIP_TYPES),
  status: z.enum(PARTNERSHIP_STATUSES).describe('Computed for `statusDay`, never entered'),
  statusDay: z.iso.date(),
  since: partialDate.nullable(),
  title: z.string(),
  lead: z.string().nullable(),
  textLanguage: z
    .enum(LOCALES)
    .describe('The language of title and lead: the one asked for or the nearest that has a text'),
  distanceKm: z.number().nullable(),
  sides: z.array(side),
  themes: z.array(named),
});

/** One partnership with everything that programs read of it. */
export const partnershipSchema = listedPartnershipSchema.extend({
  ref: z.string(),
  titles: words,
  sdgs: z.array(z.number()),
  programmes: z.array(named),
  agreements: z.array(
    z.object({
      kind: z.string(),
      signedOn: partialDate.nullable(),
      inForceFrom: partialDate.nullable(),
      inForceUntil: partialDate.nullable(),
      url: z.string().nullable(),
    }),
  ),
  decisions: z.array(z.object({ status: z.string(), decidedOn: partialDate })),
  milestones: z.array(z.object({ kind: z.string(), date: partialDate.nullable(), dateEnd: partialDate.nullable() })),
});

type ListedRecord = z.infer<typeof listedPartnershipSchema>;

/** For whom and for when a record is written. */
interface Reader {
  locale: Locale;
  /** The calendar day for which the status is computed. */
  day: string;
}

type AnyPartnership = Pick<
  ListedPartnership & PublishedPartnership,
  keyof ListedPartnership & keyof PublishedPartnership
>;

/** A partnership as the list for programs tells it. */
export function listedPartnership(one: AnyPartnership, { locale, day }: Reader): ListedRecord {
  return listedPartnershipSchema.parse({
    id: one.id,
    slug: one.slug,
    url: localisePath(locale, publicPath('partnership', one.slug)),
    type: one.type,
    status: statusBasisOn(day, one).status,
    statusDay: day,
    since: one.since,
    title: one.title,
    lead: one.lead,
    textLanguage: one.textLocale,
    distanceKm: distanceBetween(one.parties),
    sides: one.parties.map((party) => ({
      ...party,
      kind: party.placeId === null ? 'organisation' : 'place',
      slug: party.placeId === null ? party.organisationSlug : party.placeSlug,
    })),
    themes: one.themes,
  });
}

/** One partnership as programs read it; what the declaration does not name never leaves the house. */
export function wholePartnership(one: PublishedPartnership, reader: Reader): z.infer<typeof partnershipSchema> {
  return partnershipSchema.parse({ ...one, ...listedPartnership(one, reader) });
}

/** A partnership in one line of a table. */
export function partnershipRow(one: ListedRecord, locale: Locale): Record<string, number | string | null> {
  const { sides, themes, ...rest } = one;
  const all = (parts: readonly { names: z.infer<typeof words> }[]) =>
    parts.map(({ names }) => nearestText(names, locale)?.text ?? '').join('; ');
  return {
    ...rest,
    sides: all(sides),
    sideSlugs: sides.map(({ slug }) => slug ?? '').join('; '),
    countries: sides.map(({ country }) => country ?? '').join('; '),
    themes: all(themes),
  };
}

/** A partnership on a map: a line between two sides, points of more. */
export function partnershipFeature(one: ListedRecord): Feature {
  const points = one.sides.flatMap(({ latitude, longitude }): Point[] =>
    latitude === null || longitude === null ? [] : [[longitude, latitude]],
  );
  return { type: 'Feature', id: one.id, points, properties: one };
}
