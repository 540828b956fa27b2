import { COUNTRY_CODES } from './countries.ts';

/** A breach in the shape that `findBreaches` of a kind answers. */
interface CountryBreach {
  path: 'country';
  reason: 'notOffered';
  blocks: 'save';
}

/** A country code of the right shape that is no country of ISO 3166-1. */
export function countryBreaches({ country }: Record<string, unknown>): CountryBreach[] {
  if (typeof country !== 'string' || COUNTRY_CODES.some((code) => code === country)) return [];
  return [{ path: 'country', reason: 'notOffered', blocks: 'save' }];
}
