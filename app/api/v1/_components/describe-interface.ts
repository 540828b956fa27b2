import { z } from 'zod';
import { type Facet, PARTNERSHIP_SORTS } from '#features/partnerships/list-question.ts';
import { FOUND_KINDS, QUERY_LENGTH_MAX, SEARCH_LIMIT, SUGGESTIONS_MAX } from '#features/search/model.ts';
import { PARTNERSHIP_STATUSES, PARTNERSHIP_TYPES } from '#features/vocabulary/model.ts';
import { DEFAULT_LOCALE, LOCALES } from '#i18n/locales.ts';
import { ATTRIBUTION, LICENCE } from './list-answer.ts';
import { listedPartnershipSchema, partnershipSchema } from './partnership-record.ts';
import { listedPlaceSchema, placeSchema } from './place-record.ts';
import { FORMATS, LIMIT } from './read-asked.ts';

const several = <T extends z.ZodType>(value: T) => z.array(value);
const cursor = z.string().max(400).describe('From the address of a page before or after; not made to be built by hand');
const year = z.string().regex(/^[12]\d{3}$/u);
const country = several(z.string().regex(/^[A-Za-z]{2}$/u)).describe('ISO 3166-1 alpha-2');
const slugs = several(z.string().max(120)).describe('The last part of the address of a record');

/** What every filter takes; several values of one filter are alternatives, filters hold together. */
const FILTERS: Record<Facet, z.ZodType> = {
  type: several(z.enum(PARTNERSHIP_TYPES)),
  status: several(z.enum(PARTNERSHIP_STATUSES)),
  theme: slugs,
  country,
  place: slugs,
  programme: slugs,
  organisation: slugs,
  language: several(z.enum(LOCALES)).describe('Languages that have a text of their own'),
  check: several(z.enum(['needed'])).describe('No accepted claim was checked within two years'),
};

const LOCALE = z.enum(LOCALES).default(DEFAULT_LOCALE).describe('The language of titles and problems');
const LIST = {
  locale: LOCALE,
  limit: z.int().min(1).max(LIMIT.most).default(LIMIT.usual),
  format: z.enum(FORMATS).default('json'),
  after: cursor,
  before: cursor,
};
const RECORD = { locale: LOCALE, format: z.enum(['json', 'geojson']).default('json') };
const PARTNERSHIPS = {
  ...FILTERS,
  from: year.describe('First year of the first agreement'),
  to: year.describe('Last year of the first agreement'),
  sort: z.enum(PARTNERSHIP_SORTS).default(PARTNERSHIP_SORTS[0]),
  ...LIST,
};
const PLACES = { country, letter: z.string().describe('The heading in the alphabetical list'), ...LIST };
const WORDS = z.string().max(QUERY_LENGTH_MAX).describe('In any language and any usual spelling');
const SEARCH = {
  q: WORDS,
  locale: LOCALE,
  type: z.enum(FOUND_KINDS),
  limit: z.int().min(1).max(SEARCH_LIMIT.most).default(SEARCH_LIMIT.usual),
};
const SUGGESTIONS = { q: WORDS.describe('The beginning of a name'), locale: LOCALE };
const REQUIRED = new Set(['q']);

const hitSchema = z.object({
  type: z.enum(FOUND_KINDS),
  ref: z.string(),
  slug: z.string(),
  title: z.string(),
  lead: z.string().nullable(),
  match: z.enum(['exact', 'close']).describe('exact: every word stands there; close: words that look or sound alike'),
  score: z.number().min(0).max(1),
});
const foundSchema = z.object({ query: z.string(), results: z.array(hitSchema), total: z.number().int() });
const suggestionSchema = z.object({
  title: z.string(),
  textLocale: z.enum(LOCALES),
  gloss: z.string().nullable().describe('The name in another language'),
  glossLocale: z.enum(LOCALES).nullable(),
  type: z.enum(FOUND_KINDS),
  href: z.string(),
});
const suggestionsSchema = z.object({ suggestions: z.array(suggestionSchema).max(SUGGESTIONS_MAX) });

const terms = { licence: z.object({ name: z.string(), url: z.string() }), attribution: z.string() };
const next = z.string().nullable().describe('The next page, relative to the host; null on the last one');
const listOf = (record: z.ZodType) => z.object({ ...terms, total: z.number().int(), next, records: z.array(record) });
const problem = z.object({
  type: z.string(),
  status: z.number().int(),
  title: z.string(),
  detail: z.string().optional(),
  errors: z.array(z.object({ name: z.string(), reason: z.string() })).optional(),
});

/** The description of the open interface (OpenAPI 3.1), from the declarations by which its answers are made. */
export function describeInterface(): object {
  return {
    openapi: '3.1.0',
    info: { title: ATTRIBUTION, version: '1', license: { name: LICENCE.name, url: LICENCE.url } },
    paths: {
      '/api/v1/partnerships': { get: listPath('listPartnerships', PARTNERSHIPS, listedPartnershipSchema) },
      '/api/v1/partnerships/{slug}': { get: recordPath('getPartnership', partnershipSchema) },
      '/api/v1/places': { get: listPath('listPlaces', PLACES, listedPlaceSchema) },
      '/api/v1/places/{slug}': { get: recordPath('getPlace', placeSchema) },
      '/api/v1/search': { get: answerPath('search', SEARCH, foundSchema) },
      '/api/v1/suggestions': { get: answerPath('suggest', SUGGESTIONS, suggestionsSchema) },
    },
  };
}

function listPath(operationId: string, asked: Record<string, z.ZodType>, record: z.ZodType): object {
  const content = { ...json(listOf(record)), 'text/csv': { schema: { type: 'string' } }, ...geoJson() };
  return {
    operationId,
    parameters: parametersOf(asked),
    responses: { 200: { description: 'One page', content }, 400: problemOf('What was asked cannot be read') },
  };
}

function answerPath(operationId: string, asked: Record<string, z.ZodType>, answer: z.ZodType): object {
  return {
    operationId,
    parameters: parametersOf(asked),
    responses: {
      200: { description: 'What was found', content: json(answer) },
      400: problemOf('What was asked cannot be read'),
    },
  };
}

function recordPath(operationId: string, record: z.ZodType): object {
  const slug = { name: 'slug', in: 'path', required: true, schema: { type: 'string' } };
  return {
    operationId,
    parameters: [slug, ...parametersOf(RECORD)],
    responses: {
      200: { description: 'The record', content: { ...json(z.object({ ...terms, record })), ...geoJson() } },
      400: problemOf('What was asked cannot be read'),
      404: problemOf('Nothing published has this address'),
    },
  };
}

function parametersOf(asked: Record<string, z.ZodType>): object[] {
  return Object.entries(asked).map(([name, type]) => {
    return { name, in: 'query', required: REQUIRED.has(name), schema: schemaOf(type) };
  });
}

function schemaOf(type: z.ZodType): object {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, { io: 'input' });
  return schema;
}

function json(type: z.ZodType): Record<string, object> {
  return { 'application/json': { schema: schemaOf(type) } };
}

function geoJson(): Record<string, object> {
  return { 'application/geo+json': { schema: { type: 'object', description: 'A FeatureCollection (RFC 7946)' } } };
}

function problemOf(description: string): object {
  return { description, content: { 'application/problem+json': { schema: schemaOf(problem) } } };
}
