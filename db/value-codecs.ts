import { makePgArray, parsePgArray } from 'drizzle-orm/pg-core/utils/array';

/** The two tables of a driver client, by type number. */
interface Codecs {
  parsers: object;
  serializers: object;
}

const DATE_TYPES = [1082, 1083, 1114, 1184];
const DATE_LIST_TYPES = [1115, 1182, 1185];
const JSON_TYPES = [114, 3802];
/** `int4[]`, `text[]`, `varchar[]`, `uuid[]`: the types of lists are not asked of the server, which saves a question a connection. */
const LIST_TYPES = [1007, 1009, 1015, 2951];

/**
 * Lets the driver leave dates and JSON as drizzle's columns encode and decode them, and makes values in hand-written SQL
 * work all the same: a `Date`, an object for `jsonb`, and a list given through `sql.param`.
 */
export function matchValuesToDrizzle({ parsers, serializers }: Codecs): void {
  for (const type of [...DATE_TYPES, ...DATE_LIST_TYPES]) {
    Reflect.set(parsers, type, unchanged);
    Reflect.set(serializers, type, (value: unknown) => (value instanceof Date ? value.toISOString() : value));
  }
  for (const type of JSON_TYPES) {
    Reflect.set(serializers, type, (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value)));
  }
  for (const type of LIST_TYPES) {
    Reflect.set(parsers, type, (text: string) => parsePgArray(text) as unknown);
    Reflect.set(serializers, type, (value: unknown) => (Array.isArray(value) ? makePgArray(value) : value));
  }
}

function unchanged(value: unknown): unknown {
  return value;
}
