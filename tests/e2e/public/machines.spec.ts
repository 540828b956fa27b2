import { expect, test } from '#tests/e2e/support/test.ts';

const FILES = [
  ['/robots.txt', /^text\/plain/u, /Sitemap:/u],
  ['/sitemap.xml', /xml/u, /<sitemapindex/u],
  ['/sitemaps/1.xml', /xml/u, /hreflang="ar"/u],
  ['/manifest.webmanifest', /manifest\+json/u, /"dir":\s*"rtl"/u],
  ['/feed.xml', /atom\+xml/u, /xml:lang="ar"/u],
  ['/de/feed.xml', /atom\+xml/u, /xml:lang="de"/u],
  ['/calendar.ics', /text\/calendar/u, /^BEGIN:VCALENDAR\r\n/u],
  ['/api/v1/openapi.json', /application\/json/u, /"openapi":\s*"3\.1/u],
  ['/api/v1/partnerships', /application\/json/u, /"total":\s*3/u],
  ['/api/v1/partnerships?format=csv', /text\/csv/u, /hamburg-busan/u],
  ['/api/v1/partnerships?format=geojson', /geo\+json/u, /"FeatureCollection"/u],
  ['/api/v1/partnerships/hamburg-busan', /application\/json/u, /"slug":\s*"hamburg-busan"/u],
  ['/api/v1/places?country=de', /application\/json/u, /"total":\s*3/u],
  ['/api/v1/places/izmir?format=geojson', /geo\+json/u, /"Point"/u],
  ['/api/v1/search?q=%D8%A7%D8%B2%D9%85%D9%8A%D8%B1', /application\/json/u, /"match":\s*"exact"/u],
] as const;

for (const [path, type, content] of FILES) {
  test(`machines get ${path} @desktop`, async ({ request }) => {
    const answer = await request.get(path);
    expect(answer.status()).toBe(200);
    const { etag = '', ...headers } = answer.headers();
    expect(headers['content-type']).toMatch(type);
    expect(headers['set-cookie']).toBeUndefined();
    expect(await answer.text()).toMatch(content);
    const again = await request.get(path, { headers: { 'if-none-match': etag } });
    expect([304, 200]).toContain(again.status());
  });
}

/** Whatever somebody writes into an address: it is answered or refused, never an accident. */
const HOSTILE = [
  '%00',
  '%ff',
  "'; drop table place; --",
  '%25',
  '\\',
  '((((((((((',
  '&|!<->:*',
  '٪٪٪',
  'a'.repeat(3000),
  '\u202Eabc',
  '٠'.repeat(300),
  '${jndi:ldap://x}',
  '<script>alert(1)</script>',
];
const ASKED = [
  ['/search', 'q'],
  ['/de/search', 'type'],
  ['/partnerships', 'after'],
  ['/partnerships', 'theme'],
  ['/partnerships', 'from'],
  ['/en/places', 'letter'],
  ['/map', 'country'],
  ['/api/v1/search', 'q'],
  ['/api/v1/search', 'limit'],
  ['/api/v1/suggestions', 'q'],
  ['/api/v1/partnerships', 'status'],
  ['/api/v1/places', 'after'],
] as const;

for (const [path, key] of ASKED) {
  test(`nothing that is asked of ${path} by ${key} is an accident @desktop`, async ({ request }) => {
    for (const value of HOSTILE) {
      const written = value.startsWith('%') ? value : encodeURIComponent(value);
      const answer = await request.get(`${path}?${key}=${written}`, { maxRedirects: 5 });
      expect(answer.status(), `${key}=${value.slice(0, 40)}`).toBeLessThan(500);
    }
  });
}

test('an empty question finds nothing, never everything @desktop', async ({ request }) => {
  for (const query of ['', '%20', '...', '%D9%80%D9%80', '*']) {
    const answer = await request.get(`/api/v1/search?q=${query}`);
    expect(((await answer.json()) as { total?: number }).total ?? 0, query).toBe(0);
  }
});
