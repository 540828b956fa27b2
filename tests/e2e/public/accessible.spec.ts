import type { Page } from '@playwright/test';
import { LOCALES, localisePath } from '#i18n/locales.ts';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { PAGES } from './seeded.ts';

for (const locale of LOCALES) {
  test(`axe finds nothing on any page (${locale})`, async ({ page, noise }) => {
    noise.allow(404, '/nowhere');
    for (const path of [...PAGES, '/nowhere']) {
      await page.goto(localisePath(locale, path));
      await openAll(page);
      await expectAccessible(page);
    }
  });
}

test('axe finds nothing in the dark', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  for (const path of PAGES) {
    await page.goto(path);
    await openAll(page);
    await expectAccessible(page);
  }
});

for (const locale of LOCALES) {
  test(`every link within a page leads somewhere, and every anchor is there once @desktop (${locale})`, async ({
    page,
  }) => {
    for (const path of PAGES) {
      await page.goto(localisePath(locale, path));
      const { ids, targets } = await page.evaluate(() => ({
        ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
        targets: [...document.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href')?.slice(1)),
      }));
      expect(ids, path).toEqual([...new Set(ids)]);
      expect(
        targets.filter((target) => target === undefined || !ids.includes(target)),
        path,
      ).toEqual([]);
    }
  });
}

test('nothing runs out of the window with large text or on a narrow window @desktop', async ({ page }) => {
  for (const [width, size] of [
    [320, 100],
    [390, 200],
    [1280, 200],
  ] as const) {
    await page.setViewportSize({ width, height: 800 });
    for (const locale of LOCALES) {
      for (const path of PAGES) {
        await page.goto(localisePath(locale, path));
        await page.addStyleTag({ content: `html { font-size: ${String(size)}% }` });
        const [content, view] = await page.evaluate(() => [
          document.documentElement.scrollWidth,
          document.documentElement.clientWidth,
        ]);
        expect(content, `${localisePath(locale, path)} at ${String(width)} px and ${String(size)} %`).toBe(view);
      }
    }
  }
});

/** What is folded away is looked at as well. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
  });
}
