import { createTranslator } from 'use-intl/core';
import { findAddressOfRef } from '#features/records/queries/find-address-of-ref.ts';
import { recordTag } from '#features/records/tags.ts';
import { loadMessages } from '#i18n/load-messages.ts';
import { DEFAULT_LOCALE, DIRECTION, isLocale, localisePath, type Locale } from '#i18n/locales.ts';
import { logUnexpected } from '#platform/log.ts';
import { PAGE_TAGS } from '#platform/page-tags.tsx';
import { isProblem } from '#platform/problem.ts';

/** The permanent short address of a record leads to the page where it stands now. */
export async function GET(_request: Request, { params }: RouteContext<'/[locale]/r/[ref]'>): Promise<Response> {
  const { locale: given, ref } = await params;
  const locale = isLocale(given) ? given : DEFAULT_LOCALE;
  try {
    const found = await findAddressOfRef(ref);
    if (found === null) return plainPage(locale, 'unknown');
    const headers = { location: localisePath(locale, found.path), [PAGE_TAGS]: recordTag(found.id) };
    return new Response(null, { status: 308, headers });
  } catch (thrown) {
    if (!isProblem(thrown) || thrown.code !== 'unavailable') throw thrown;
    logUnexpected(thrown.detail.cause ?? thrown, { page: 'r' });
    return plainPage(locale, 'unavailable');
  }
}

/** A handler cannot draw a page, so who cannot be led on gets a plain one: what is wrong, and the way home. */
async function plainPage(locale: Locale, reason: 'unavailable' | 'unknown'): Promise<Response> {
  const t = createTranslator({ locale, messages: await loadMessages(locale) });
  const isUnknown = reason === 'unknown';
  const title = isUnknown ? t('NotFound.title') : t('Problems.unavailable.title');
  const html = `<!DOCTYPE html>
<html lang="${locale}" dir="${DIRECTION[locale]}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${t('Common.siteName')}</title>
<h1>${title}</h1>
<p>${isUnknown ? t('NotFound.text') : t('Problems.unavailable.text')}</p>
<p><a href="${localisePath(locale, '/')}">${t('Navigation.home')}</a></p>
</html>
`;
  const headers = { 'content-type': 'text/html; charset=utf-8', ...(isUnknown ? {} : { 'retry-after': '5' }) };
  return new Response(html, { status: isUnknown ? 404 : 503, headers });
}
