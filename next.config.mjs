import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./app/request-config.ts');

/**
 * Arabic stands at the root without a prefix (architecture decision 7). Rewrites, not a proxy: a proxy costs every public
 * request 230 to 700 µs and loops behind a loopback host name.
 *
 * @type {import('next').NextConfig}
 */
const config = {
  agentRules: false,
  experimental: {
    agentUpgrade: false,
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
        { source: '/', destination: '/ar' },
        { source: '/:path((?!(?:ar|de|en|api|_next|internal)(?:/|$)|.*\\..*).*)', destination: '/ar/:path' },
      ],
      afterFiles: [],
      fallback: [],
    };
  },
  async redirects() {
    return [
      { source: '/ar', destination: '/', permanent: true },
      { source: '/ar/:path*', destination: '/:path*', permanent: true },
    ];
  },
};

export default withNextIntl(config);
