import { preload } from 'react-dom';
import type { Locale } from '#i18n/locales.ts';
import { firstFontsOf } from './first-fonts.ts';

interface Built {
  early: string;
  modules: Record<string, { src: string; integrity: string }>;
}

/** JSON, put in by the build: see next.config.mjs. */
declare const CLIENT_MODULES: string;

/** An own module for the browser, by the name of its file in `modules/`. The page is complete without it. */
export function ClientModule({ name }: { name: string }) {
  const found = built().modules[name];
  if (found === undefined) throw new Error(`there is no client module ${name}`);
  return <script data-keep="" defer integrity={found.integrity} src={found.src} type="module" />;
}

/**
 * What has to run before anything is seen, so it stands in the page itself: the edge puts it before the style sheet, which
 * it would wait for. Without script the page itself asks for the fonts.
 */
export function EarlyScript({ locale }: { locale: Locale }) {
  return (
    <>
      <script data-keep="first">{built().early}</script>
      <noscript data-keep="first">
        {firstFontsOf(locale).map((href) => (
          <link as="font" crossOrigin="anonymous" href={href} key={href} rel="preload" type="font/woff2" />
        ))}
      </noscript>
    </>
  );
}

/** The same for the desk: theme and density before anything is seen. Only scripts with the word of the answer run there. */
export function EarlyDeskScript({ nonce }: { nonce: string | undefined }) {
  return (
    <script data-desk="" nonce={nonce} suppressHydrationWarning>
      {built().early}
    </script>
  );
}

/** Has a page of staff fetch its fonts first; readers' pages ask them for the light version before. */
export function preloadFonts(locale: Locale): void {
  for (const href of firstFontsOf(locale)) preload(href, { as: 'font', crossOrigin: 'anonymous', type: 'font/woff2' });
}

function built(): Built {
  return parseBuilt(CLIENT_MODULES);
}

/** The build writes what this file expects. */
function parseBuilt(json: string): Built {
  return JSON.parse(json) as Built;
}
