import { z } from 'zod';
import { claimList, sourceList } from '#features/records/evidence.ts';
import {
  choice,
  code,
  decimal,
  flag,
  integer,
  itemList,
  itemOf,
  line,
  lines,
  paragraph,
  richText,
  slug,
} from '#features/records/fields.ts';
import { AREA_KINDS, PLACE_KINDS } from '#features/vocabulary/model.ts';

/** The facts of a place. Country and coordinates identify it and bear no claims; population figures do. */
export const placeFacts = z.strictObject({
  slug: slug(),
  kind: choice(PLACE_KINDS, 'placeKinds'),
  country: code(/^[A-Z]{2}$/u, 2),
  latitude: decimal(-90, 90).optional(),
  longitude: decimal(-180, 180).optional(),
  wikidata: code(/^Q[1-9]\d*$/u).optional(),
  geonames: code(/^[1-9]\d*$/u).optional(),
  unlocode: code(/^[A-Z]{2}[A-Z2-9]{3}$/u).optional(),
  nuts: code(/^[A-Z]{2}[0-9A-Z]{0,3}$/u).optional(),
  population: itemList({
    value: integer(0, 100_000_000),
    approximate: flag().optional(),
    year: integer(1000, 2200).optional(),
    area: choice(AREA_KINDS, 'areaKinds').optional(),
    sourceId: itemOf('sources').optional(),
  }).optional(),
  sources: sourceList().optional(),
  claims: claimList().optional(),
});

/** The text of a place in one language: its approved name, other names for the search, an introduction. */
export const placeText = z.strictObject({
  title: line(120),
  aliases: lines(120).optional(),
  lead: paragraph(600).optional(),
  body: richText().optional(),
});
