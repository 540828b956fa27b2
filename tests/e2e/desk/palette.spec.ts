import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { createRecord, openUnit, unique } from '#tests/e2e/support/desk.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');

test('by a few letters from anywhere to anywhere, and Escape leads back @desktop', async ({ page }) => {
  await signIn(page, await makePerson('editor'));
  const search = page.getByRole('searchbox', { name: t('Desk.palette.label') });
  await openAwake(page);
  await expect(page.getByRole('dialog').getByRole('link'), 'nothing is offered before the first letter').toHaveCount(0);
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(search).toBeHidden();

  await page.keyboard.press('Control+k');
  await search.fill('p101');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/dashboard\/records\/P-101$/u);

  await openAwake(page);
  await expect(page.getByRole('dialog').getByRole('link', { name: 'P-101' }), 'what was opened last').toBeVisible();
  await search.fill('المدن');
  await page.keyboard.press('ArrowDown');
  await expect(
    page
      .getByRole('dialog')
      .getByRole('link', { name: t('Desk.kinds.place') })
      .first(),
  ).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/dashboard/places');

  await openAwake(page);
  await search.fill('إزمير');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('link', { name: 'بريمن وإزمير' })).toBeVisible();
});

test('a text is saved with two keys, the hands on the keyboard @desktop', async ({ page }) => {
  await signIn(page, await makePerson('editor'));
  const ref = await createRecord(page, 'partnership', unique('شراكة'));
  await openUnit(page, ref, 'ar');
  await page.getByLabel(t('Fields.lead')).fill('نص يُحفظ بمفتاحين');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.save'));
  const lead = page.getByLabel(t('Fields.lead'));
  await expect(lead).toHaveValue('نص يُحفظ بمفتاحين');
  await expect(lead, 'the hands stay where they were').toBeFocused();
  await page.keyboard.type(' ويُكمل');
  await expect(lead).toHaveValue('نص يُحفظ بمفتاحين ويُكمل');
});

/** Before a page is awake nobody hears the keys. */
async function openAwake(page: Page): Promise<void> {
  const search = page.getByRole('searchbox', { name: t('Desk.palette.label') });
  await expect(async () => {
    await page.keyboard.press('Control+k');
    await expect(search).toBeFocused({ timeout: 500 });
  }).toPass();
}
