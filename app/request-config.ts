import { getRequestConfig } from 'next-intl/server';
import { locale as rootLocale } from 'next/root-params';
import { DEFAULT_LOCALE, isLocale } from '#i18n/locales.ts';
import { loadMessages } from '#i18n/load-messages.ts';
import { SITE_TIME_ZONE } from '#i18n/time-zone.ts';

export default getRequestConfig(async ({ locale: asked }) => {
  const given = asked ?? (await rootLocale());
  const locale = given !== undefined && isLocale(given) ? given : DEFAULT_LOCALE;
  return { locale, messages: await loadMessages(locale), timeZone: SITE_TIME_ZONE };
});
