import { createTranslator } from 'next-intl';
import { findAddressOfRef } from '#features/records/queries/find-address-of-ref.ts';
import { loadMessages } from '#i18n/load-messages.ts';
import { DEFAULT_LOCALE, DIRECTION, isLocale, localisePath, type Locale } from '#i18n/locales.ts';

/** The permanent short address of a record leads to the page where it stands now. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/r/[ref]'>): Promise<Response> {
  const { locale: given, ref } = await params;
  const locale = isLocale(given) ? given : DEFAULT_LOCALE;
  const found = await findAddressOfRef(ref);
  if (found === null) return unknownRef(locale);
  return new Response(null, { status: 308, headers: { location: localisePath(locale, found.path) } });
}

/** A handler cannot draw a page, so an unknown name gets a plain one: what is wrong, and the way home. */
async function unknownRef(locale: Locale): Promise<Response> {
  const t = createTranslator({ locale, messages: await loadMessages(locale) });
  const html = `<!DOCTYPE html>
<html lang="${locale}" dir="${DIRECTION[locale]}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${t('NotFound.title')} · ${t('Common.siteName')}</title>
<h1>${t('NotFound.title')}</h1>
<p>${t('NotFound.text')}</p>
<p><a href="${localisePath(locale, '/')}">${t('Navigation.home')}</a></p>
</html>
`;
  return new Response(html, { status: 404, headers: { 'content-type': 'text/html; charset=utf-8' } });
}
