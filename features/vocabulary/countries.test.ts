import { expect, test } from 'vitest';
import { LOCALES } from '#i18n/locales.ts';
import { COUNTRY_CODES, countryName } from './countries.ts';

test('the countries of the seed bear the names of the glossary', () => {
  expect(LOCALES.map((locale) => countryName('DE', locale))).toEqual(['ألمانيا', 'Deutschland', 'Germany']);
  expect(LOCALES.map((locale) => countryName('KR', locale))).toEqual(['كوريا الجنوبية', 'Südkorea', 'South Korea']);
  expect(LOCALES.map((locale) => countryName('TR', locale))).toEqual(['تركيا', 'Türkei', 'Türkiye']);
  expect(LOCALES.map((locale) => countryName('US', locale))).toEqual([
    'الولايات المتحدة',
    'Vereinigte Staaten',
    'United States',
  ]);
});

test('an unknown code has no name', () => {
  for (const code of ['', 'de', 'EU', 'ZZ', 'DEU', 'constructor', '__proto__'])
    expect(countryName(code, 'ar')).toBeNull();
});

test('no two countries share a name, and each name is clean', () => {
  expect(COUNTRY_CODES).toHaveLength(250);
  for (const locale of LOCALES) {
    const names = COUNTRY_CODES.map((code) => countryName(code, locale) ?? '');
    expect(new Set(names).size).toBe(250);
    for (const name of names) {
      expect(name).toBe(name.normalize('NFC').trim());
      expect(name).not.toMatch(/[\u0640\u200E\u200F\u061C\u202A-\u202E\u2066-\u2069]|^$/u);
      expect(/\p{Script=Arabic}/u.test(name)).toBe(locale === 'ar');
    }
  }
});
