/**
 * What a reader may ask of a list by its address, and nothing else: each of these pages has a twin under `/query`, drawn for
 * every question anew. Plain JavaScript, since the configuration of the framework reads it as well.
 *
 * @type {Readonly<Record<string, readonly string[]>>}
 */
export const QUERY_PAGES = {
  '/map': ['country', 'programme', 'status', 'theme', 'type'],
  '/partnerships': [
    'after',
    'before',
    'check',
    'country',
    'from',
    'language',
    'organisation',
    'place',
    'programme',
    'sort',
    'status',
    'theme',
    'to',
    'type',
    'view',
  ],
  '/places': ['after', 'before', 'country', 'letter'],
  '/search': ['language', 'page', 'q', 'type'],
};

/**
 * The rewrites that lead a list with a question to its twin.
 *
 * @returns {{ source: string, has: { type: 'query', key: string }[], destination: string }[]}
 */
export function queryRewrites() {
  return Object.entries(QUERY_PAGES).flatMap(([path, keys]) =>
    keys.flatMap((key) => {
      /** @type {{ type: 'query', key: string }[]} */
      const has = [{ type: 'query', key }];
      return [
        { source: path, has, destination: `/ar/query${path}` },
        { source: `/:locale(de|en)${path}`, has, destination: `/:locale/query${path}` },
      ];
    }),
  );
}
