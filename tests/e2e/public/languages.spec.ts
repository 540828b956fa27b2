import { DIRECTION, LANGUAGE_NAME, LOCALES, localisePath } from '#i18n/locales.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';
import { PAGES, titleOf } from './seeded.ts';

for (const locale of LOCALES) {
  test(`every page names its language, its direction and its other languages (${locale})`, async ({ page }) => {
    for (const path of PAGES) {
      await page.goto(localisePath(locale, path));
      const html = page.locator('html');
      await expect(html).toHaveAttribute('lang', locale);
      await expect(html).toHaveAttribute('dir', DIRECTION[locale]);
      await expect(page.locator('link[rel=canonical]')).toHaveAttribute('href', localisePath(locale, path));
      await expect(page.locator('link[hreflang=x-default]')).toHaveAttribute('href', path);
      await expect(page.locator('meta[name=description]')).toHaveAttribute('content', /\S{3}/u);
    }
  });
}

test('the switch of languages keeps the page', async ({ page, isMobile }) => {
  await page.goto('/partnerships/hamburg-busan');
  for (const [from, to] of [
    ['ar', 'de'],
    ['de', 'en'],
    ['en', 'ar'],
  ] as const) {
    const t = textsIn(from);
    if (isMobile) await page.getByText(t('Navigation.menu'), { exact: true }).click();
    const languages = page.getByRole('navigation', { name: t('Navigation.languages') });
    await languages.getByRole('link', { name: LANGUAGE_NAME[to] }).click();
    await expect(page).toHaveURL(localisePath(to, '/partnerships/hamburg-busan'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf('/partnerships/hamburg-busan', to));
  }
});

for (const reader of ['de', 'en'] as const) {
  test(`a text that is missing stands in the nearest language, marked as such (${reader})`, async ({ page }) => {
    const t = textsIn(reader);
    await page.goto(localisePath(reader, '/stories/structural-change'));
    await expect(page.getByText(t('Common.textOnlyIn', { language: 'ar' }))).toBeVisible();
    const heading = page.getByRole('heading', { level: 1 });
    await expect(heading).toHaveText(titleOf('/stories/structural-change', 'ar'));
    await expect(heading).toHaveAttribute('lang', 'ar');
    await expect(heading).toHaveCSS('direction', 'rtl');
    await expect(page.locator('link[hreflang=en]'), 'no other language is offered').toHaveCount(0);

    await page.goto(localisePath(reader, '/stories'));
    await expect(page.getByRole('article').first()).toContainText(t('Common.inLanguage', { language: 'ar' }));
  });
}

test('names in Latin letters keep their order inside Arabic', async ({ page }) => {
  await page.goto('/partnerships/hamburg-busan');
  const run = page.locator('bdi[lang=de]', { hasText: 'HafenCity Hamburg GmbH' }).first();
  await expect(run).toHaveCSS('direction', 'ltr');
  const [first, second] = await Promise.all(
    ['hamburg', 'busan'].map((slug) =>
      page.getByRole('main').locator(`a[href="/places/${slug}"]`).first().boundingBox(),
    ),
  );
  expect(first?.x, 'the first city stands at the right').toBeGreaterThan(second?.x ?? Number.NaN);
});
