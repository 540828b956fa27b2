import type { Page } from '@playwright/test';
import { expectAccessible, expectContrast } from '#tests/e2e/support/accessible.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');

/** Every screen of the desk, as an administrator sees it. */
const SCREENS = [
  '/dashboard',
  '/dashboard/work/drafts',
  '/dashboard/checks',
  '/dashboard/partnerships',
  '/dashboard/places',
  '/dashboard/new?kind=partnership',
  '/dashboard/records/P-101?unit=facts',
  '/dashboard/records/P-101?unit=ar',
  '/dashboard/records/P-101?unit=de',
  '/dashboard/records/P-101/history?unit=ar',
  '/dashboard/synonyms',
  '/dashboard/trash',
];

test('every screen and window of the desk is in order for those who hear it, in both themes @desktop', async ({
  page,
}) => {
  test.slow();
  await signIn(page, await makePerson('administrator'));
  for (const screen of SCREENS) {
    await page.goto(screen);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    const crumbs = page.getByRole('navigation', { name: t('Desk.crumbs') });
    await expect(crumbs.locator('[aria-current="page"]'), `${screen} says where it is`).toHaveCount(1);
    await expectAccessible(page);
  }
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectContrast(page);
  await page.getByRole('button', { name: t('Desk.account') }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('Desk.shortcuts.title') }).click();
  await expect(page.getByRole('dialog', { name: t('Desk.shortcuts.title') })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: t('Desk.account') }), 'the focus is given back').toBeFocused();
});

test('how the desk looks is kept on the device and there before anything is seen @desktop', async ({ page, noise }) => {
  await signIn(page, await makePerson('editor'));
  await page.goto('/dashboard/places');
  await page.getByRole('button', { name: t('Desk.account') }).click();
  await page.getByRole('radio', { name: t('Desk.display.dark'), exact: true }).check();
  await page.getByRole('radio', { name: t('Desk.display.compact'), exact: true }).check();
  const html = page.locator('html');
  await expect(html).toHaveAttribute('data-theme', 'dark');
  // The page is not awake yet when its first words are there.
  noise.allowFailure('/_next/static/chunks/');
  await page.route('**/_next/static/chunks/*.js*', (route) => route.abort());
  await page.reload({ waitUntil: 'commit' });
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(html).toHaveAttribute('data-theme', 'dark');
  await expect(html).toHaveAttribute('data-density', 'compact');
});

test('the language of the interface changes on the page at hand, the content stays @desktop', async ({ page }) => {
  await signIn(page, await makePerson('editor'));
  await page.goto('/dashboard/records/P-101');
  await page.getByRole('button', { name: t('Desk.account') }).click();
  await page
    .getByRole('navigation', { name: t('Desk.languages') })
    .getByRole('link', { name: 'Deutsch' })
    .click();
  await expect(page).toHaveURL('/de/dashboard/records/P-101?unit=ar');
});

test('all shortcuts stand in one window, each can be switched off, and none acts in a text @desktop', async ({
  page,
}) => {
  await signIn(page, await makePerson('editor'));
  await page.goto('/dashboard/records/P-101?unit=ar');
  const sheet = page.getByRole('dialog', { name: t('Desk.shortcuts.title') });
  await openSheet(page);
  const palette = sheet.getByRole('checkbox', { name: t('Desk.shortcuts.names.palette') });
  await palette.uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await page.getByLabel(t('Fields.lead')).focus();
  await page.keyboard.press('Shift+Slash');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('button', { name: t('Desk.palette.title') })).not.toHaveAttribute('aria-keyshortcuts');
  await page.reload();
  await openSheet(page);
  await expect(palette).not.toBeChecked();
  await palette.check();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('searchbox', { name: t('Desk.palette.label') })).toBeFocused();
});

test('on a phone the navigation is a drawer: the focus goes in, Escape shuts it and leads back', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await signIn(page, await makePerson('editor'));
  await page.goto('/dashboard/places');
  const open = page.getByRole('button', { name: t('Desk.menu'), exact: true });
  const places = page
    .getByRole('navigation', { name: t('Desk.navigation') })
    .getByRole('link', { name: t('Desk.kinds.place') });
  await expect(places).toBeHidden();
  await expect(async () => {
    await open.click();
    await expect(places).toBeFocused({ timeout: 500 });
  }).toPass();
  await expect(places).toHaveAttribute('aria-current', 'page');
  await page.keyboard.press('Escape');
  await expect(places).toBeHidden();
  await expect(open).toBeFocused();
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(width, 'nothing stands out of the page').toBe(390);
});

/** Before a page is awake nobody hears the keys. */
async function openSheet(page: Page): Promise<void> {
  await expect(async () => {
    await page.getByRole('heading', { level: 1 }).click();
    await page.keyboard.press('Shift+Slash');
    await expect(page.getByRole('dialog', { name: t('Desk.shortcuts.title') })).toBeVisible({ timeout: 500 });
  }).toPass();
}
