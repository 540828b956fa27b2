import { z } from 'zod';
import type { ListedName } from '#features/places/queries/find-place-page.ts';
import type { PublishedPlace } from '#features/places/queries/find-published-place.ts';
import { publicPath } from '#features/records/public-path.ts';
import { LOCALES, localisePath, type Locale } from '#i18n/locales.ts';
import type { Feature } from './geo-json.ts';

const common = {
  id: z.uuid(),
  slug: z.string(),
  url: z.string().describe('The page for readers, relative to the host'),
  kind: z.string(),
  country: z.string().describe('ISO 3166-1 alpha-2'),
  title: z.string(),
  textLanguage: z.enum(LOCALES).describe('The language of the title: the one asked for or the nearest that has a text'),
  latitude: z.number().nullable().describe('WGS 84'),
  longitude: z.number().nullable(),
};

/** A place in a list, as programs read it. */
export const listedPlaceSchema = z.object({ ...common, partnerships: z.number().int() });

/** One place with everything that programs read of it. */
export const placeSchema = z.object({
  ...common,
  ref: z.string(),
  lead: z.string().nullable(),
  names: z.partialRecord(z.enum(LOCALES), z.string()),
  aliases: z.array(z.object({ locale: z.enum(LOCALES), names: z.array(z.string()) })),
  wikidata: z.string().nullable(),
  geonames: z.string().nullable(),
  unlocode: z.string().nullable(),
  nuts: z.string().nullable(),
  populations: z.array(
    z.object({ value: z.number(), approximate: z.boolean(), year: z.number().nullable(), area: z.string().nullable() }),
  ),
});

type ListedRecord = z.infer<typeof listedPlaceSchema>;

/** A place as the list for programs tells it. */
export function listedPlace(one: ListedName, locale: Locale): ListedRecord {
  return listedPlaceSchema.parse({ ...one, ...addressOf(one, locale) });
}

/** One place as programs read it; what the declaration does not name never leaves the house. */
export function wholePlace(one: PublishedPlace, locale: Locale): z.infer<typeof placeSchema> {
  return placeSchema.parse({ ...one, ...addressOf(one, locale) });
}

/** A place on a map: a point. */
export function placeFeature(one: Omit<ListedRecord, 'partnerships'>): Feature {
  const { latitude, longitude } = one;
  const isKnown = latitude !== null && longitude !== null;
  return { type: 'Feature', id: one.id, points: isKnown ? [[longitude, latitude]] : [], properties: one };
}

function addressOf(one: Pick<ListedName, 'slug' | 'textLocale'>, locale: Locale) {
  return { url: localisePath(locale, publicPath('place', one.slug)), textLanguage: one.textLocale };
}
