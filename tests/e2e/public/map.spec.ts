import type { Locator, Page } from '@playwright/test';
import { LOCALES, localisePath } from '#i18n/locales.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

test.use({ javaScriptEnabled: false });

const SLUGS = ['bremen-izmir', 'dortmund-pittsburgh', 'hamburg-busan'] as const;

/** The line that leads to a partnership. */
function lineTo(page: Page, path: string): Locator {
  return page.locator(`.map-arcs a[href="${path}"]`);
}

/** The entry of the list that leads there. */
function entryOf(page: Page, path: string): Locator {
  return page.locator(`.map-list li:has(a[href="${path}"])`);
}

for (const locale of LOCALES) {
  const t = textsIn(locale);

  test(`every partnership is a line with a name, an entry and a row of the table (${locale})`, async ({ page }) => {
    await page.goto(localisePath(locale, '/map'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('MapPage.title'));
    const map = page.getByRole('group', { name: t('MapPage.mapLabel') });
    await page.getByText(t('MapPage.asTable'), { exact: true }).click();
    const table = page.getByRole('table', { name: t('MapPage.mapLabel') });
    for (const slug of SLUGS) {
      const path = localisePath(locale, `/partnerships/${slug}`);
      const entry = entryOf(page, path).getByRole('link');
      const title = await entry.innerText();
      await expect(table.locator(`a[href="${path}"]`)).toHaveText(title);
      const line = lineTo(page, path);
      await expect(map.locator(line)).toHaveCount(1);
      const name = await line.locator('title').textContent();
      expect(name?.replaceAll(/[\u2068\u2069]/gu, '')).toBe(title);
    }
  });
}

test('an entry with focus and its line stand out together, and so the other way round @desktop', async ({ page }) => {
  await page.goto('/map');
  const path = '/partnerships/hamburg-busan';
  const line = lineTo(page, path).locator('.map-line');
  const entry = entryOf(page, path);
  await expect(line).toHaveCSS('stroke-width', '2px');
  await entry.getByRole('link').focus();
  await expect(line).toHaveCSS('stroke-width', '5px');
  await expect(entry).toHaveCSS('border-inline-start-width', '4px');
  const other = lineTo(page, '/partnerships/bremen-izmir');
  await expect(other.locator('.map-line')).toHaveCSS('stroke-width', '2px');
  await other.focus();
  await expect(line).toHaveCSS('stroke-width', '2px');
  await expect(entryOf(page, '/partnerships/bremen-izmir')).toHaveCSS('border-inline-start-width', '4px');
});

test('the keyboard alone goes from the list over the lines to a partnership @desktop', async ({ page }) => {
  await page.goto('/map');
  await entryOf(page, '/partnerships/hamburg-busan').getByRole('link').focus();
  await page.keyboard.press('Tab');
  await expect(lineTo(page, '/partnerships/bremen-izmir')).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(lineTo(page, '/partnerships/dortmund-pittsburgh')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/partnerships/dortmund-pittsburgh');
});

test('the form narrows the map, the address keeps the choice, and the switch of languages keeps the address', async ({
  page,
}) => {
  const t = textsIn('ar');
  await page.goto('/map');
  await page.getByLabel(t('MapPage.country')).selectOption('TR');
  await page.getByRole('button', { name: t('MapPage.apply') }).click();
  await expect(page).toHaveURL(/\/map\?.*country=TR/u);
  await expect(page.locator('.map-list li')).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveText(t('MapPage.count', { count: 1, number: '1' }));
  await expect(page.getByLabel(t('MapPage.country'))).toHaveValue('TR');
  await page.goto('/map?country=DE-KR');
  await expect(entryOf(page, '/partnerships/hamburg-busan')).toHaveCount(1);
  await page.goto('/map?country=Atlantis&type=twinning');
  await expect(page.getByText(t('MapPage.ignored'))).toBeVisible();
  await expect(page.locator('.map-list li')).toHaveCount(1);
  await page.goto('/map?type=solidarity');
  await expect(page.getByText(t('MapPage.nothing'))).toBeVisible();
});

test('the land is drawn from the file that all maps share, under the policy of the page', async ({ page }) => {
  const land = page.waitForResponse((response) => /land\.[^/]*\.svg/u.test(response.url()));
  await page.goto('/map');
  const response = await land;
  expect(response.status()).toBe(200);
  expect(response.headers()['cache-control']).toContain('immutable');
});
