import type { Page } from '@playwright/test';
import { DEFAULT_LOCALE, LOCALES, localisePath } from '#i18n/locales.ts';
import { expectAccessible, expectAccessibleWords, expectContrast } from '#tests/e2e/support/accessible.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { PAGES } from './seeded.ts';

for (const path of [...PAGES, '/nowhere']) {
  test(`axe finds nothing, nor anything too faint in the dark (${path})`, async ({ page, noise }) => {
    noise.allow(404, '/nowhere');
    await page.goto(path);
    await openAll(page);
    await expectAccessible(page);
    await page.emulateMedia({ colorScheme: 'dark' });
    await expectContrast(page);
  });
}

// What the width and the colours change they change alike in all languages.
for (const locale of LOCALES.filter((one) => one !== DEFAULT_LOCALE)) {
  test(`axe finds nothing in the words of other languages @desktop (${locale})`, async ({ page }) => {
    test.setTimeout(240_000);
    for (const path of PAGES) {
      await page.goto(localisePath(locale, path));
      await openAll(page);
      await expectAccessibleWords(page);
    }
  });
}

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

/** How wide a window is in pixels, and how large its text in percent. */
const WINDOWS = [
  [320, 100],
  [390, 200],
  [1280, 200],
] as const;

test.describe('with larger text', () => {
  // The size of text is the browser's setting; here a style sheet stands for it, which the policy of a page would not let in.
  test.use({ bypassCSP: true });

  for (const locale of LOCALES) {
    test(`nothing runs out of the window @desktop (${locale})`, async ({ page }) => {
      for (const path of PAGES) {
        await page.goto(localisePath(locale, path));
        for (const [width, size] of WINDOWS) {
          await page.setViewportSize({ width, height: 800 });
          const style = await page.addStyleTag({ content: `html { font-size: ${String(size)}% }` });
          const [content, view] = await page.evaluate(() => [
            document.documentElement.scrollWidth,
            document.documentElement.clientWidth,
          ]);
          expect(content, `${path}, ${String(width)} px, ${String(size)} % text`).toBe(view);
          await style.evaluate((element) => element.parentNode?.removeChild(element));
        }
      }
    });
  }
});

/** What is folded away is looked at as well. */
async function openAll(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const details of document.querySelectorAll('main details')) details.setAttribute('open', '');
  });
}
