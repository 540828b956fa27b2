import { setTimeout as sleep } from 'node:timers/promises';
import { LOCALES, localisePath } from '#i18n/locales.ts';
import { lookBack, weigh } from '#tests/e2e/support/page-weight.ts';
import { expect, test } from '#tests/e2e/support/test.ts';

/** Where readers begin, and what they read. */
const WEIGHED = [
  '/',
  '/partnerships',
  '/partnerships/hamburg-busan',
  '/places/izmir',
  '/stories/structural-change',
] as const;
/** What a first page may cost, in bytes on the wire. */
const BUDGET = { html: 30_000, css: 20_000, font: 70_000, script: 10_000 } as const;
const SHIFT_MAX = 0.02;
const FONTS_LATE_MS = 400;

test.skip(({ isMobile }) => !isMobile, 'the budget is that of a phone');

for (const locale of LOCALES) {
  for (const path of WEIGHED) {
    test(`the first page is light, asks nobody else and leaves no cookie: ${path} (${locale})`, async ({ page }) => {
      const { bytes, elsewhere } = await weigh(page, localisePath(locale, path));
      for (const kind of ['html', 'css', 'font', 'script'] as const) {
        expect(bytes[kind], `${kind} is loaded`).toBeGreaterThan(0);
        expect(bytes[kind], `${kind} is light`).toBeLessThanOrEqual(BUDGET[kind]);
      }
      expect(elsewhere).toEqual([]);
      expect(await page.context().cookies()).toEqual([]);
      expect((await lookBack(page)).shift).toBeLessThan(SHIFT_MAX);
    });
  }

  test(`our letters come late and move nothing that is read (${locale})`, async ({ page }) => {
    await page.route('**/*.woff2', async (route) => {
      await sleep(FONTS_LATE_MS);
      await route.continue();
    });
    for (const path of WEIGHED) {
      const { fonts } = await weigh(page, localisePath(locale, path));
      expect(fonts.length, 'fonts are loaded').toBeGreaterThan(0);
      expect((await lookBack(page)).shift, path).toBeLessThan(SHIFT_MAX);
    }
  });
}

test('fonts are kept for a year under names that change with them', async ({ page, request }) => {
  const { fonts } = await weigh(page, '/');
  for (const font of fonts) {
    const headers = (await request.get(font)).headers();
    expect(headers['cache-control']).toContain('immutable');
    expect(headers['content-type']).toBe('font/woff2');
  }
});
