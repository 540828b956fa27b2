import partnerships from '#db/seed/partnerships.json' with { type: 'json' };
import places from '#db/seed/places.json' with { type: 'json' };
import stories from '#db/seed/stories.json' with { type: 'json' };
import type { Locale } from '#i18n/locales.ts';

/** A page of every kind, by its address without language prefix. */
export const PAGES = [
  '/',
  '/map',
  '/partnerships',
  '/partnerships/hamburg-busan',
  '/partnerships/dortmund-pittsburgh',
  '/partnerships/bremen-izmir',
  '/places',
  '/places/izmir',
  '/countries',
  '/countries/de',
  '/themes',
  '/themes/hydrogen',
  '/programmes',
  '/programmes/iurc',
  '/organisations',
  '/organisations/busan-port-authority',
  '/stories',
  '/stories/structural-change',
  '/about',
  '/easy-language',
] as const;

/** What the seed calls the record at an address in a language. */
export function titleOf(path: string, locale: Locale): string {
  const slug = path.split('/').at(-1);
  const record = [...partnerships, ...places, ...stories].find(({ facts }) => facts.slug === slug);
  const texts: Partial<Record<Locale, { title: string }>> = record?.texts ?? {};
  const title = texts[locale]?.title;
  if (title === undefined) throw new Error(`the seed has no title of ${path} in ${locale}`);
  return title;
}
