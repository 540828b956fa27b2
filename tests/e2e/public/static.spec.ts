import { LOCALES, localisePath } from '#i18n/locales.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { PAGES } from './seeded.ts';

for (const locale of LOCALES) {
  test(`every page is made once and kept @desktop (${locale})`, async ({ request }) => {
    for (const path of PAGES) {
      const address = localisePath(locale, path);
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
}
