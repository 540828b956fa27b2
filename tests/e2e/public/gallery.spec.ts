import { DIRECTION, LOCALES, localisePath } from '#i18n/locales.ts';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { expect, test } from '#tests/e2e/support/test.ts';

for (const locale of LOCALES) {
  test(`axe finds nothing in any part, in both directions and themes (${locale})`, async ({ page }) => {
    await page.goto(localisePath(locale, '/gallery'));
    await expect(page.locator('.gallery-band')).toHaveCount(4);
    await expectAccessible(page);
  });
}

test('each piece has its own direction and theme, whatever the browser prefers @desktop', async ({ page }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.goto('/gallery');
    const bands = await page.locator('.gallery-band').evaluateAll((found) =>
      found.map((band) => {
        const { backgroundColor, direction } = getComputedStyle(band);
        return [band.getAttribute('lang'), direction, backgroundColor];
      }),
    );
    expect(bands).toEqual([
      ['ar', 'rtl', 'rgb(251, 248, 241)'],
      ['ar', 'rtl', 'rgb(12, 26, 30)'],
      ['de', 'ltr', 'rgb(251, 248, 241)'],
      ['de', 'ltr', 'rgb(12, 26, 30)'],
    ]);
  }
});

test('the parts of a piece are mirrored, maps and seals are not @desktop', async ({ page }) => {
  const edges: Record<string, readonly number[]> = {};
  for (const locale of ['ar', 'de'] as const) {
    await page.goto(localisePath(locale, '/gallery'));
    const band = page.locator('.gallery-band').first();
    await expect(band).toHaveAttribute('dir', DIRECTION[locale]);
    edges[locale] = await band.evaluate((piece) => {
      const { left, right } = piece.getBoundingClientRect();
      const startOf = (selector: string) => {
        const part = piece.querySelector(selector)?.getBoundingClientRect();
        if (part === undefined) throw new Error(`the gallery shows no ${selector}`);
        return Math.round(getComputedStyle(piece).direction === 'rtl' ? right - part.right : part.left - left);
      };
      return ['h2', '.card .seal', '.timeline', '.facts dt', '.notice .icon', '.tick input', '.field label'].map(
        startOf,
      );
    });
    const line = await band.locator('.map-line').first().getAttribute('d');
    edges[`${locale} map`] = [...(line ?? '').matchAll(/-?[\d.]+/gu)].map(([number]) => Number(number));
  }
  for (const [at, edge] of (edges['ar'] ?? []).entries()) {
    expect(Math.abs(edge - (edges['de']?.[at] ?? Number.NaN)), `part ${String(at)}`).toBeLessThanOrEqual(2);
  }
  expect(edges['ar map']).toEqual(edges['de map']);
});
