import { randomBytes } from 'node:crypto';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { fillSignIn, runAdmin, signOut } from '#tests/e2e/support/sign-in.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

// Stands alone in its file and needs a site without an administrator, as it is after the first start.
test('the first administrator is made under the link, signs out and signs in again @desktop', async ({ page }) => {
  const t = textsIn('ar');
  const email = `admin-${randomBytes(5).toString('hex')}@example.org`;
  const password = 'rain over an old harbour';
  const link = new URL(await runAdmin(['set-up-link']));

  await page.goto(link.pathname);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('SetUp.title'));
  await expectAccessible(page);
  await page.getByLabel(t('SetUp.name')).fill('سلمى حداد');
  await page.getByLabel(t('Accounts.email')).fill(email);
  await page.getByLabel(t('Accounts.password'), { exact: true }).fill('password1234');
  await page.getByRole('button', { name: t('SetUp.submit') }).click();
  await expect(page.getByRole('alert').filter({ hasText: t('Errors.fields.passwordCommon') })).toBeFocused();
  await expect(page.getByLabel(t('SetUp.name'))).toHaveValue('سلمى حداد');

  await page.getByLabel(t('Accounts.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: t('SetUp.submit') }).click();
  await page.waitForURL('/dashboard');

  await signOut(page);
  await page.goto('/dashboard');
  await expect(page).toHaveURL('/sign-in?next=%2Fdashboard');
  await fillSignIn(page, { email, password });
  await page.waitForURL('/dashboard');

  await page.goto(link.pathname);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('SetUp.usedTitle'));
  expect(await runAdmin(['set-up-link'])).toBe('There is an administrator already.');
});
