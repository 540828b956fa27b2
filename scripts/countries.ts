import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { format } from 'prettier';
import { z } from 'zod';
import { LOCALES, type Locale } from '#i18n/locales.ts';
import { COUNTRY_OVERRIDES, NO_COUNTRY } from './country-overrides.ts';

/** Where the reviewed names lie. */
export const COUNTRIES_FILE = fileURLToPath(new URL('../features/vocabulary/countries.json', import.meta.url));

type Names = Record<Locale, string>;

const territories = z.object({
  main: z.record(
    z.string(),
    z.object({ localeDisplayNames: z.object({ territories: z.record(z.string(), z.string()) }) }),
  ),
});

/** The names of all countries in all languages as JSON text: CLDR, then house rules, then the reviewed overrides. */
export async function writeCountries(): Promise<string> {
  const cldr: Record<Locale, Record<string, string>> = { ar: readCldr('ar'), de: readCldr('de'), en: readCldr('en') };
  const codes = Object.keys(cldr.en)
    .filter((code) => /^[A-Z]{2}$/u.test(code) && !NO_COUNTRY.has(code))
    .toSorted();
  const named = Object.fromEntries(codes.map((code) => [code, namesOf(code, cldr)]));
  return format(JSON.stringify(named), { parser: 'json', printWidth: 120 });
}

function namesOf(code: string, cldr: Record<Locale, Record<string, string>>): Names {
  const names: Names = { ar: '', de: '', en: '' };
  for (const locale of LOCALES) {
    const name = COUNTRY_OVERRIDES[code]?.names[locale] ?? houseStyle(locale, cldr[locale][code]);
    if (name === undefined)
      throw new Error(`CLDR has no name for ${code} in ${locale}; add one to country-overrides.ts`);
    names[locale] = name.normalize('NFC');
  }
  return names;
}

/** English names are written out: CLDR abbreviates "Saint" and "and". */
function houseStyle(locale: Locale, name: string | undefined): string | undefined {
  return locale === 'en' ? name?.replace(/^St\. /u, 'Saint ').replaceAll(' & ', ' and ') : name;
}

function readCldr(locale: Locale): Record<string, string> {
  const path = createRequire(import.meta.url).resolve(`cldr-localenames-full/main/${locale}/territories.json`);
  const parsed = territories.parse(JSON.parse(readFileSync(path, 'utf8')));
  return parsed.main[locale]?.localeDisplayNames.territories ?? {};
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  writeFileSync(COUNTRIES_FILE, await writeCountries());
  console.log(`Written: ${COUNTRIES_FILE}. Read the difference before it is committed.`);
}
