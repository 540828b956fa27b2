import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { createRecord, group, openUnit, save, unique } from '#tests/e2e/support/desk.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');

test('a partnership from an article is entered by keyboard alone, with a city that is missing @desktop', async ({
  page,
}) => {
  const missing = unique('مرفأ الشمال');
  await signIn(page, await makePerson('editor'));
  await page.goto('/dashboard/new?kind=partnership');

  await pick(page, page.getByLabel(t('Desk.newPair.one')), 'هامبور', 'هامبورغ');
  const second = page.getByLabel(t('Desk.newPair.other'));
  await second.focus();
  await page.keyboard.type(missing);
  await expect(page.getByRole('listbox').getByRole('option')).toHaveCount(1);
  await expectAccessible(page);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const drawer = page.getByRole('dialog', { name: t('Desk.newRecord.title') });
  await expect(drawer.getByLabel(t('Fields.place_title'))).toHaveValue(missing);
  await drawer.getByLabel(t('Fields.kind')).selectOption('city');
  await drawer.getByLabel(t('Desk.newRecord.country')).selectOption('DE');
  await expectAccessible(page);
  await drawer.getByRole('button', { name: t('Desk.newRecord.submit') }).press('Enter');
  await expect(drawer).toBeHidden();
  await expect(second, 'the focus comes back').toBeFocused();
  await expect(second).toHaveValue(new RegExp(`^${missing} \\(C-\\d+\\)$`, 'u'));
  await expect(page.getByLabel(t('Fields.title'), { exact: false }).first()).toHaveValue(`هامبورغ و${missing}`);
  await expect(page.getByLabel(t('Fields.slug'))).toHaveValue(/^hamburg-[a-z0-9-]+$/u);
  await page.getByRole('button', { name: t('Desk.newSubmit') }).press('Enter');
  await page.waitForURL(/\/dashboard\/records\/P-\d+/u);
  const ref = /P-\d+/u.exec(page.url())?.[0] ?? '';

  await openUnit(page, ref, 'facts');
  await page.getByLabel(t('Fields.type')).first().selectOption('friendship');
  const agreements = group(page, t('Fields.agreements'));
  await agreements.getByText(t('Desk.itemAdd', { list: t('Fields.agreements') })).press('Enter');
  await expect(agreements.getByLabel(t('Fields.kind')), 'a new item has the focus').toBeFocused();
  await agreements.getByLabel(t('Fields.kind')).selectOption('declaration');
  const signedOn = agreements.getByLabel(t('Fields.signedOn'));
  await signedOn.focus();
  await page.keyboard.type('03/04/2023');
  await expect(agreements.getByText(t('Desk.date.which'))).toBeVisible();
  await signedOn.fill('٤ أيار ٢٠٢٣');
  await expect(agreements.getByText('فُهم: 4 أيار/مايو 2023، باليوم')).toBeVisible();

  for (const name of ['type', 'parties'] as const) {
    await citeIn(
      page,
      name === 'parties'
        ? group(page, t('Fields.parties'))
        : page.locator('.field', { has: page.getByLabel(t('Fields.type')).first() }),
      name === 'type',
    );
  }
  await expectAccessible(page);
  await save(page);
  await expect(page.getByLabel(t('Fields.signedOn')).first()).toHaveValue('2023-05-04');
  const claims = group(page, t('Fields.claims'));
  await expect(claims.getByLabel(t('Fields.checkedOn')).first()).toHaveValue(/^\d{4}-\d{2}-\d{2}$/u);
  await expect(
    page.getByText(t('Errors.fields.claimMissing')),
    'only the agreement still lacks its source',
  ).toHaveCount(1);
  await expectAccessible(page);
});

test('items are put into another order, and taken out with a way back @desktop', async ({ page }) => {
  await signIn(page, await makePerson('editor'));
  const ref = await createRecord(page, 'partnership', unique('شراكة للترتيب'));
  await openUnit(page, ref, 'facts');
  const milestones = group(page, t('Fields.milestones'));
  await milestones.getByText(t('Desk.itemAdd', { list: t('Fields.milestones') })).click();
  await milestones.getByRole('button', { name: t('Desk.itemAnother') }).click();
  const dates = milestones.getByLabel(t('Fields.date'), { exact: true });
  await dates.nth(0).fill('2001');
  await dates.nth(1).fill('2002');
  for (const at of [0, 1]) await milestones.getByLabel(t('Fields.kind')).nth(at).selectOption('visit');
  await save(page);
  const up = milestones.getByRole('button', { name: t('Desk.items.up') }).nth(1);
  await up.press('Enter');
  await expect(dates.nth(0)).toHaveValue('2002');
  await save(page);
  await expect(dates.nth(0)).toHaveValue('2002');
  await expect(dates.nth(1)).toHaveValue('2001');
  const remove = milestones.getByLabel(t('Desk.itemRemove')).first();
  await remove.check();
  await expect(dates.first()).toBeHidden();
  await remove.uncheck();
  await expect(dates.first()).toHaveValue('2002');
});

test('two records of one city become one, and its old address leads on', async ({ page }) => {
  await signIn(page, await makePerson('publisher'));
  const name = unique('مدينة مكررة');
  const [stays, goes] = [await createRecord(page, 'place', name), await createRecord(page, 'place', `${name} ثانية`)];
  await page.goto(`/dashboard/duplicates?one=${stays}&other=${goes}`);
  await expectAccessible(page);
  await page.getByRole('button', { name: t('Desk.duplicates.merge', { ref: stays }) }).click();
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.merge'));
  await expectAccessible(page);
  await openUnit(page, stays, 'ar');
  await expect(page.getByLabel(t('Fields.aliases'))).toHaveValue(`${name} ثانية`);
  await page.goto(`/dashboard/records/${goes}`);
  await expect(page.getByText(t('Desk.inTrash'))).toBeVisible();
});

/** Types the beginning of a name and takes the first entry of the list. */
async function pick(page: Page, field: Locator, typed: string, name: string): Promise<void> {
  await field.focus();
  await page.keyboard.type(typed);
  await expect(page.getByRole('listbox').getByRole('option').first()).toContainText(name);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(new RegExp(`^${name} \\(C-\\d+\\)$`, 'u'));
}

/** Cites a source beside a fact: a new one, or the one that was just added. */
async function citeIn(page: Page, place: Locator, isNew: boolean): Promise<void> {
  const button = place.getByRole('button', { name: t('Desk.cite.open') });
  await button.press('Enter');
  const dialog = page.getByRole('dialog', { name: t('Desk.cite.title') });
  if (isNew) await dialog.getByLabel(t('Fields.publisher')).fill('صحيفة للتجربة');
  else await dialog.getByLabel(t('Desk.cite.choose')).selectOption({ index: 1 });
  await expectAccessible(page);
  await dialog.getByRole('button', { name: t('Desk.cite.submit') }).press('Enter');
  await expect(button, 'the focus comes back').toBeFocused();
  await expect(place.getByText('صحيفة للتجربة').first()).toBeVisible();
}
