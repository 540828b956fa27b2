import { readFileSync } from 'node:fs';
import { PHASE_PRODUCTION_BUILD, PHASE_PRODUCTION_SERVER } from 'next/constants.js';
import createNextIntlPlugin from 'next-intl/plugin';
import { buildClientModules } from './app/client/build.mjs';
import { queryRewrites } from './features/records/query-pages.mjs';

const withNextIntl = createNextIntlPlugin('./app/request-config.ts');

/**
 * Arabic stands at the root without a prefix (docs/decisions/0017). Rewrites, not a proxy: a proxy costs every public
 * request 230 to 700 µs and loops behind a loopback host name.
 *
 * @type {import('next').NextConfig}
 */
const config = {
  agentRules: false,
  // The page for a failure of the server is the only one that the browser draws. It gets these few words at build time,
  // since importing them would send the whole catalogue to every reader.
  compiler: { define: { SERVER_ERROR_TEXTS: JSON.stringify(serverErrorTexts()) } },
  experimental: {
    agentUpgrade: false,
    // A unit may hold a million characters; three bytes each in the worst case, with room for the form around them.
    serverActions: { bodySizeLimit: '6mb' },
    // A page on disk would outlive the database it was rendered from, and be served over another one.
    isrFlushToDisk: false,
  },
  images: { unoptimized: true },
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['@node-rs/argon2', 'postgres', 'pino'],
  typedRoutes: true,
  async rewrites() {
    return {
      beforeFiles: [
        ...queryRewrites(),
        { source: '/', destination: '/ar' },
        { source: '/:path((?!(?:ar|de|en|api|_next|internal)(?:/|$)|.*\\..*).*)', destination: '/ar/:path' },
        // No address of a page has a percent sign in it, and Next answers 500 where it cannot decode one.
        { source: '/:locale(ar|de|en)/:path(.*%.*)', destination: '/:locale/not-found' },
        // The pages about problems stand in the place of others and have no address of their own; the order of these two
        // rules is what keeps one from the public and opens it to the process in front.
        { source: '/:locale(ar|de|en)/problem/:path*', destination: '/:locale/not-found' },
        { source: '/internal/problem/:locale(ar|de|en)/:code', destination: '/:locale/problem/:code' },
      ],
      // A file that is not there must not be taken for a language, or every probe for one would be rendered and kept; parts of
      // the site map have no language.
      afterFiles: [
        { source: '/:path((?!(?:ar|de|en|api|_next|internal|sitemaps)(?:/|$)).*)', destination: '/ar/:path' },
      ],
      // One page a language answers 404 for all addresses without a page, in the language they begin with.
      fallback: [
        { source: '/:locale(ar|de|en)/:path*', destination: '/:locale/not-found' },
        { source: '/:path((?!(?:api|_next|internal)(?:/|$)).*)', destination: '/ar/not-found' },
      ],
    };
  },
  async headers() {
    // Their names change with their content.
    const forever = [{ key: 'cache-control', value: 'public, max-age=31536000, immutable' }];
    return ['/client/:file', '/fonts/:file(.*\\.woff2)'].map((source) => ({ source, headers: forever }));
  },
  async redirects() {
    return [
      { source: '/ar', destination: '/', permanent: true },
      { source: '/ar/:path*', destination: '/:path*', permanent: true },
    ];
  },
};

/** The server takes what the build has put in. */
export default async function configFor(/** @type {string} */ phase) {
  const modules =
    phase === PHASE_PRODUCTION_SERVER ? {} : await buildClientModules({ clear: phase === PHASE_PRODUCTION_BUILD });
  const define = { ...config.compiler?.define, CLIENT_MODULES: JSON.stringify(modules) };
  return withNextIntl({ ...config, compiler: { ...config.compiler, define } });
}

/** The texts of `app/global-error.tsx` by language. */
function serverErrorTexts() {
  return Object.fromEntries(
    ['ar', 'de', 'en'].map((locale) => {
      const file = new URL(`messages/${locale}.json`, import.meta.url);
      return [locale, JSON.parse(readFileSync(file, 'utf8')).ServerError];
    }),
  );
}
