import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import type { BrowserContext } from '@playwright/test';
import { expect, test } from '#tests/e2e/support/test.ts';
import { LOCALES, localisePath } from '#i18n/locales.ts';
import { fillSignIn, makePerson, type Person, runAdmin, signIn, signOut } from '#tests/e2e/support/sign-in.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

let person: Person;

test.beforeAll(async () => {
  person = await makePerson('editor');
});

test('a wrong password is refused in words, with what was typed but the password', async ({ page }) => {
  const t = textsIn('ar');
  await page.goto('/sign-in');
  await fillSignIn(page, { ...person, password: 'wrong' });
  const alert = page.getByRole('alert').filter({ hasText: t('Errors.wrongCredentials') });
  await expect(alert).toBeVisible();
  await expect(page.getByLabel(t('Accounts.email'))).toHaveValue(person.email);
  await expect(page.getByLabel(t('Accounts.password'), { exact: true })).toHaveValue('');
  await expect(page).toHaveURL('/sign-in');

  await fillSignIn(page, { ...person, email: 'nobody@example.org' });
  await expect(page.getByLabel(t('Accounts.email'))).toHaveValue('nobody@example.org');
  await expect(alert).toHaveText(t('Errors.wrongCredentials'));
});

test('empty fields are named, and each name leads to its field', async ({ page }) => {
  const t = textsIn('ar');
  await page.goto('/sign-in');
  await fillSignIn(page, { email: '', password: '' });
  const summary = page.getByRole('alert').filter({ hasText: t('Accounts.problemsTitle') });
  await expect(summary).toBeFocused();
  await summary.getByRole('link').last().click();
  await expect(page.getByLabel(t('Accounts.password'), { exact: true })).toBeFocused();
  await expectAccessible(page);
});

for (const locale of LOCALES) {
  test(`signing in leads back to the page that was asked for (${locale})`, async ({ page }) => {
    const t = textsIn(locale);
    await page.goto(localisePath(locale, '/sign-in'));
    await expect(page).toHaveTitle(new RegExp(t('SignIn.title'), 'u'));
    await expectAccessible(page);
    await signIn(page, person, { locale, path: '/dashboard?search=%D9%87' });
    await signOut(page, locale);
  });
}

test('nobody is led to another site', async ({ page, baseURL }) => {
  await page.goto('/sign-in?next=//evil.example/');
  await fillSignIn(page, person);
  await page.waitForURL('/dashboard');
  expect(new URL(page.url()).origin).toBe(new URL(String(baseURL)).origin);
});

test('the password is shown on demand', async ({ page }) => {
  const t = textsIn('ar');
  await page.goto('/sign-in');
  const field = page.getByLabel(t('Accounts.password'), { exact: true });
  await field.fill('rain');
  await page.getByRole('button', { name: t('Accounts.showPassword') }).click();
  await expect(field).toHaveAttribute('type', 'text');
  await expect(field).toHaveValue('rain');
  await page.getByRole('button', { name: t('Accounts.hidePassword') }).click();
  await expect(field).toHaveAttribute('type', 'password');
});

test('the cookie is out of reach of scripts, and a copy of it is worth nothing after signing out', async ({
  page,
  context,
}) => {
  await signIn(page, person);
  const [cookie, ...more] = await context.cookies();
  expect(more).toEqual([]);
  expect(cookie).toMatchObject({ name: 'session', httpOnly: true, sameSite: 'Lax', path: '/' });
  expect(await page.evaluate(() => document.cookie)).toBe('');
  await signOut(page);
  expect(await context.cookies()).toEqual([]);
  if (cookie !== undefined) await context.addCookies([cookie]);
  await page.goto('/dashboard');
  await expect(page).toHaveURL('/sign-in?next=%2Fdashboard');
});

test('a new password is chosen under a link and ends all sessions', async ({ page, browser }) => {
  const t = textsIn('de');
  const own = await makePerson('translator', 'de');
  const other = await browser.newPage();
  await signIn(other, own, { locale: 'de' });
  const link = new URL(await runAdmin(['reset', own.email]));

  await page.goto(`/de${link.pathname}`);
  await page.getByLabel(t('SetUp.newPassword')).fill('Regen über dem alten Hafen');
  await page.getByRole('button', { name: t('SetUp.resetSubmit') }).click();
  await page.waitForURL('/de/sign-in?done=password');
  await expect(page.getByText(t('SignIn.passwordChanged'))).toBeVisible();
  await fillSignIn(page, { ...own, password: 'Regen über dem alten Hafen' }, 'de');
  await page.waitForURL('/de/dashboard');
  await other.goto('/de/dashboard');
  await expect(other).toHaveURL(/\/de\/sign-in\?/u);
  await other.close();
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('signing in and out works, and a refusal keeps what was typed', async ({ page, context }) => {
    const t = textsIn('ar');
    await page.goto('/sign-in?next=%2Fdashboard');
    await fillSignIn(page, { ...person, password: 'wrong' });
    await expect(page.getByRole('alert')).toHaveText(t('Errors.wrongCredentials'));
    await expect(page.getByLabel(t('Accounts.email'))).toHaveValue(person.email);
    await expect(page.getByRole('button', { name: t('Accounts.showPassword') })).toHaveCount(0);
    await fillSignIn(page, person);
    await expect(page).toHaveURL('/dashboard');
    expect(await sessionsOf(context)).toBe(1);
    await signOut(page);
    expect(await sessionsOf(context)).toBe(0);
  });
});

async function sessionsOf(context: BrowserContext): Promise<number> {
  return (await context.cookies()).length;
}
