'use client';

import type { Messages } from '#i18n/load-messages.ts';
import { DEFAULT_LOCALE, DIRECTION, isLocale, type Locale } from '#i18n/locales.ts';
import './styles/globals.css';

/** JSON, put in by the build: see next.config.mjs. */
declare const SERVER_ERROR_TEXTS: string;

/** What stands where the server failed. Next draws it in the browser, outside of every layout. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  const locale = localeOfAddress();
  const texts = parseTexts(SERVER_ERROR_TEXTS)[locale];
  return (
    <html dir={DIRECTION[locale]} lang={locale}>
      <head>
        <title>{texts.title}</title>
      </head>
      <body>
        <main className="page-width page-main">
          <section className="empty">
            <h1 className="empty-title">{texts.title}</h1>
            <p>{texts.text}</p>
            {error.digest === undefined ? null : (
              <p>
                {texts.reference} <bdi dir="ltr">{error.digest}</bdi>
              </p>
            )}
            <button className="button button-primary" onClick={() => window.location.reload()} type="button">
              {texts.retry}
            </button>
          </section>
        </main>
      </body>
    </html>
  );
}

/** The page itself is gone, but its address begins with its language. */
function localeOfAddress(): Locale {
  const first = typeof window === 'undefined' ? '' : (window.location.pathname.split('/')[1] ?? '');
  return isLocale(first) ? first : DEFAULT_LOCALE;
}

/** The build wrote this text from the three catalogues, which have the same keys. */
function parseTexts(json: string): Record<Locale, Messages['ServerError']> {
  return JSON.parse(json) as Record<Locale, Messages['ServerError']>;
}
