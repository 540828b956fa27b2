import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { COUNTRY_OVERRIDES, NO_COUNTRY } from './country-overrides.ts';
import { COUNTRIES_FILE, writeCountries } from './countries.ts';

test('the names of countries are those that the script writes', async () => {
  expect(readFileSync(COUNTRIES_FILE, 'utf8')).toBe(await writeCountries());
});

test('each override names a country and says why', () => {
  for (const [code, { names, reason }] of Object.entries(COUNTRY_OVERRIDES)) {
    expect(code).toMatch(/^[A-Z]{2}$/u);
    expect(NO_COUNTRY.has(code)).toBe(false);
    expect(Object.keys(names).length).toBeGreaterThan(0);
    expect(reason).toMatch(/\.$/u);
  }
});
