import { LOCALES, localisePath } from '#i18n/locales.ts';
import { picturePath } from '#features/records/picture-path.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { PAGES } from './seeded.ts';

const PICTURED = /^\/(?:$|(?:partnerships|places|stories)\/)/u;

for (const locale of LOCALES) {
  test(`every page names a picture, and it is there @desktop (${locale})`, async ({ page, request }) => {
    for (const path of PAGES) {
      await page.goto(localisePath(locale, path));
      const meta = async (name: string) =>
        page.locator(`meta[property="${name}"], meta[name="${name}"]`).getAttribute('content');
      const address = (await meta('og:image')) ?? '';
      expect(new URL(address).pathname).toBe(localisePath(locale, picturePath(path)));
      expect(picturePath(path) === '/pictures/site.png').toBe(!PICTURED.test(path));
      expect(await meta('twitter:image')).toBe(address);
      expect(await meta('twitter:card')).toBe('summary_large_image');
      expect([await meta('og:image:width'), await meta('og:image:height')]).toEqual(['1200', '630']);
      expect(await meta('og:image:alt')).toMatch(/\S{3}/u);
      const answer = await request.get(new URL(address).pathname);
      expect(answer.status()).toBe(200);
      const { etag = '', ...headers } = answer.headers();
      expect(headers['content-type']).toBe('image/png');
      expect(headers['content-encoding']).toBeUndefined();
      const body = await answer.body();
      expect([body.readUInt32BE(16), body.readUInt32BE(20)]).toEqual([1200, 630]);
      expect(body.length).toBeLessThan(100_000);
      const again = await request.get(new URL(address).pathname, { headers: { 'if-none-match': etag } });
      expect(again.status(), 'it is kept').toBe(304);
    }
  });
}

test('where nothing is published, no picture is @desktop', async ({ request }) => {
  for (const path of ['/pictures/places/nowhere.png', '/de/pictures/nothing.png', '/pictures/themes/hydrogen.png']) {
    const answer = await request.get(path);
    expect(answer.status(), path).toBe(404);
    expect(answer.headers()['content-type'], path).toContain('text/html');
  }
});
