import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { createRecord, openUnit, save, unique } from '#tests/e2e/support/desk.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');

test('any two revisions are compared word by word @desktop', async ({ page }) => {
  await signIn(page, await makePerson('editor'));
  const ref = await createRecord(page, 'partnership', unique('شراكة'));
  await openUnit(page, ref, 'ar');
  const lead = page.getByLabel(t('Fields.lead'));
  for (const text of [
    'وقّعت المدينتان اتفاقًا في عام 1995',
    'وقّعت المدينتان مذكرةً في عام 1995',
    'وقّعت المدينتان مذكرةً في عام 1996',
  ]) {
    await lead.fill(text);
    await save(page);
  }
  await page.goto(`/dashboard/records/${ref}/history?unit=ar`);
  const comparison = page.getByRole('group').filter({ hasText: t('Desk.compare.title') });
  await comparison.getByText(t('Desk.compare.title')).click();
  await comparison.getByLabel(t('Desk.compare.from')).fill('2');
  await comparison.getByRole('button', { name: t('Desk.compare.submit') }).click();
  await expect(comparison.locator('del')).toHaveText(['اتفاقًا', '1995']);
  await expect(comparison.locator('ins')).toHaveText(['مذكرةً', '1996']);
  await expect(comparison.locator('dd > div').first()).toHaveAttribute('dir', 'rtl');
  await expectAccessible(page);
  await page.goto(`/dashboard/records/${ref}/history?unit=ar&from=2&to=99`);
  await expect(page.getByText(t('Desk.compare.nothing'))).toBeVisible();
});
