import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');

const COMBOBOX = { name: t('Search.label') };

test('names are suggested while somebody types, by keyboard to the page that is meant', async ({ page }) => {
  await page.goto('/search');
  const field = page.getByRole('combobox', COMBOBOX);
  await field.pressSequentially('ازم');
  const option = page.getByRole('option').filter({ hasText: 'إزمير' }).first();
  await expect(option).toContainText(t('Search.kind.place'));
  await expect(field).toHaveAttribute('aria-expanded', 'true');
  await expectAccessible(page);
  await field.press('ArrowDown');
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await option.getAttribute('id')) ?? 'none');
  await field.press('Enter');
  await page.waitForURL('**/places/izmir');
});

test('suggestions lie over whatever stands below the field', async ({ page }) => {
  await page.goto('/');
  await page.getByRole('combobox', { name: t('Home.search') }).pressSequentially('هامب');
  const options = page.getByRole('option');
  await expect(options.first()).toBeVisible();
  for (const option of await options.all()) {
    await option.scrollIntoViewIfNeeded();
    const isOnTop = await option.evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      return element.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    });
    expect(isOnTop, await option.innerText()).toBe(true);
  }
});

test('Escape takes the suggestions away, and Enter without a choice searches', async ({ page }) => {
  await page.goto('/');
  const field = page.getByRole('combobox', { name: t('Home.search') });
  await field.pressSequentially('هامب');
  await expect(page.getByRole('option').first()).toBeVisible();
  await field.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(field).toHaveValue('هامب');
  await field.press('Enter');
  await page.waitForURL(/\/search\?q=/u);
});

test('a suggestion in another language is marked as such, and a press leads there', async ({ page }) => {
  await page.goto('/de/search');
  await page.getByRole('combobox', { name: textsIn('de')('Search.label') }).pressSequentially('بوسا');
  const option = page.getByRole('option').filter({ hasText: 'Busan' }).first();
  await expect(option.locator('bdi[lang=ar]')).toHaveText('بوسان');
  await option.click();
  await page.waitForURL('**/de/places/busan');
});

test('where nobody answers the field stays a field', async ({ page, noise }) => {
  noise.allowFailure('/api/v1/suggestions');
  await page.route('**/api/v1/suggestions**', (route) => route.abort());
  await page.goto('/search');
  const field = page.getByRole('combobox', COMBOBOX);
  const asked = page.waitForEvent('requestfailed', (request) => request.url().includes('/suggestions'));
  await field.fill('هامبورغ');
  await asked;
  await expect(page.getByRole('listbox')).toBeHidden();
  await field.press('Enter');
  await page.waitForURL(/\/search\?q=/u);
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('the field is an ordinary one', async ({ page }) => {
    await page.goto('/search');
    await expect(page.getByRole('searchbox', COMBOBOX)).toBeVisible();
    await expect(page.getByRole('combobox')).toHaveCount(0);
  });
});
