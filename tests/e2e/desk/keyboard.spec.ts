import type { Locator, Page } from '@playwright/test';
import { openUnit, unique } from '#tests/e2e/support/desk.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');
const STEPS_MAX = 60;

test('a record is begun, written and released by keyboard alone @desktop', async ({ page }) => {
  const title = unique('موضوع بلا فأرة');
  await signIn(page, await makePerson('publisher'));
  await page.goto('/dashboard/themes');
  await go(page, page.getByRole('link', { name: t('Desk.create.theme') }));
  await page.waitForURL(/\/dashboard\/new/u);
  await tabTo(page, page.getByLabel(t('Fields.theme_title')));
  await page.keyboard.type(title);
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/dashboard\/records\/T-\d+/u);
  const ref = /T-\d+/u.exec(page.url())?.[0] ?? '';

  await openUnit(page, ref, 'facts');
  await tabTo(page, page.getByLabel(t('Fields.slug')));
  await page.keyboard.type(title.split(' ').at(-1) ?? '');
  await go(page, page.getByRole('button', { name: t('Desk.save'), exact: true }));
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.save'));

  const arabic = page.getByRole('checkbox', { name: 'العربية', exact: true });
  await tabTo(page, arabic);
  await page.keyboard.press('Space');
  await expect(arabic).toBeChecked();
  await go(page, page.getByRole('button', { name: t('Desk.publish') }));
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.publish'));
});

test('after a refusal the focus is on the reasons, and a link leads into the field @desktop', async ({ page }) => {
  await signIn(page, await makePerson('editor'));
  await openUnit(page, 'T-101', 'ar');
  const title = page.getByLabel(t('Fields.theme_title'));
  await title.fill('ن'.repeat(121));
  await title.press('Enter');
  const sentence = t('Errors.fields.tooLong', { max: 120 });
  await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
  await go(page, page.getByRole('link', { name: sentence }));
  await expect(title).toBeFocused();
});

/** Presses Tab until something has the focus, and Enter on it. */
async function go(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press('Enter');
}

/** Presses Tab until something has the focus; fails where the keyboard does not lead there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  for (let step = 0; step < STEPS_MAX; step += 1) {
    await page.keyboard.press('Tab');
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target, `reached within ${String(STEPS_MAX)} steps`).toBeFocused();
}
