import { isLocale, type Locale, localisePath } from '#i18n/locales.ts';

/**
 * The page at hand with the interface in another language. What was just done is not said again, and a record stays open in
 * the part that it is open in: the language of the content is another matter.
 *
 * @param here - the address of the page, such as `window.location`
 */
export function samePage({ pathname, search }: Pick<Location, 'pathname' | 'search'>, to: Locale): string {
  const [, first = ''] = pathname.split('/');
  const shown: Locale = isLocale(first) ? first : 'ar';
  const path = isLocale(first) ? pathname.slice(first.length + 1) || '/' : pathname;
  const query = new URLSearchParams(search);
  query.delete('done');
  if (path.startsWith('/dashboard/records/') && !query.has('unit')) query.set('unit', shown);
  const asked = query.toString();
  return localisePath(to, path) + (asked === '' ? '' : `?${asked}`);
}
