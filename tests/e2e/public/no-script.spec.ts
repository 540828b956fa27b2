import { LOCALES, localisePath } from '#i18n/locales.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';
import { PAGES, titleOf } from './seeded.ts';

test.use({ javaScriptEnabled: false });

for (const locale of LOCALES) {
  const t = textsIn(locale);

  test(`all pages can be read without script (${locale})`, async ({ page }) => {
    for (const path of PAGES) {
      await page.goto(localisePath(locale, path));
      await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toHaveText(/\S{2}/u);
      await expect(page.getByRole('contentinfo')).toContainText(t('Common.siteDescription'));
    }
  });

  test(`the way through the site needs no script (${locale})`, async ({ page, isMobile }) => {
    await page.goto(localisePath(locale, '/'));
    if (isMobile) await page.getByText(t('Navigation.menu'), { exact: true }).click();
    await page
      .getByRole('banner')
      .getByRole('link', { name: t('Navigation.partnerships') })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('Partnerships.title'));
    const title = titleOf('/partnerships/hamburg-busan', locale);
    await page.getByRole('main').getByRole('link', { name: title }).click();
    const article = page
      .getByRole('region', { name: t('Sources.title'), exact: true })
      .getByRole('listitem')
      .first();
    await article.getByText(t('Sources.supports', { n: '3' })).click();
    await expect(article.getByText(t('Vocabulary.partnershipTypes.cooperation')).first()).toBeVisible();
    await page
      .getByRole('navigation', { name: t('Navigation.breadcrumb') })
      .getByRole('link')
      .first()
      .click();
    await expect(page).toHaveURL(localisePath(locale, '/'));
  });
}

test('a page that is not there can be read without script', async ({ page, noise }) => {
  noise.allow(404);
  await page.goto('/partnerships/nowhere');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(textsIn('ar')('NotFound.title'));
});

test('the skip link leads past the head @desktop', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  const skip = page.getByRole('link', { name: textsIn('ar')('Common.skipToContent') });
  await expect(skip).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/#main');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('searchbox', { name: textsIn('ar')('Home.search') })).toBeFocused();
});
