import { LOCALES, localisePath } from '#i18n/locales.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { webAddress } from '#tests/e2e/support/web-address.ts';
import { PAGES } from './seeded.ts';

for (const locale of LOCALES) {
  test(`every page is made once and kept by Next itself @desktop (${locale})`, async ({ request }) => {
    for (const path of PAGES) {
      const address = webAddress(localisePath(locale, path));
      await request.get(address);
      // A journey beside this one may publish something in between, which is why it may take more than one more try.
      await expect
        .poll(async () => (await request.get(address)).headers()['x-nextjs-cache'], { message: address })
        .toBe('HIT');
      const answer = await request.get(address);
      expect(answer.headers()['set-cookie'], 'readers get no cookie').toBeUndefined();
      const [, tags = ''] = /<meta content="([^"]*)" name="page-tags"/u.exec(await answer.text()) ?? [];
      expect(tags.split(' '), 'the page names its tags').toContain(`messages:${locale}`);
      expect(tags).toMatch(/(?:list|record):\S/u);
    }
  });

  test(`every page is given without script, under a policy that allows none but its own @desktop (${locale})`, async ({
    request,
  }) => {
    for (const path of PAGES) {
      const answer = await request.get(localisePath(locale, path));
      const { etag = '', ...headers } = answer.headers();
      expect(etag, 'whoever has it need not load it again').toMatch(/^"[\w-]+(?:-[bg])?"$/u);
      expect(headers['set-cookie'], 'readers get no cookie').toBeUndefined();
      expect(headers['content-security-policy']).toMatch(/script-src 'self' 'sha256-[\w+/=]+'; style-src 'self';/u);
      const html = await answer.text();
      expect(html).not.toMatch(
        /<script(?! data-keep="(?:first)?"| type="application\/ld\+json")|style="|page-tags|<!--/u,
      );
      const again = await request.get(localisePath(locale, path), { headers: { 'if-none-match': etag } });
      expect(again.status()).toBe(304);
    }
  });
}
