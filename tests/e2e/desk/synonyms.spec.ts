import { signIn, makePerson } from '#tests/e2e/support/sign-in.ts';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { unique } from '#tests/e2e/support/desk.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');

test('a publisher says what means the same, and readers find it at once', async ({ page }) => {
  const term = unique('كذا').replace(' ', '');
  await signIn(page, await makePerson('publisher'), { path: '/dashboard/synonyms' });
  await expectAccessible(page);
  await page
    .getByRole('textbox', { name: new RegExp(`^${t('Synonyms.term')}`, 'u') })
    .first()
    .fill(term);
  await page
    .getByRole('textbox', { name: new RegExp(`^${t('Synonyms.others')}`, 'u') })
    .first()
    .fill('إزمير');
  await page.getByRole('button', { name: t('Synonyms.add') }).click();
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.synonyms'));
  await page.goto(`/search?q=${encodeURIComponent(term)}`);
  await expect(page.getByRole('main').getByRole('link', { name: 'إزمير', exact: true }).first()).toBeVisible();

  await page.goto(`/dashboard/synonyms?q=${encodeURIComponent(term)}`);
  const row = page.getByRole('row').filter({ hasText: term });
  await row.getByRole('button', { name: t('Synonyms.remove') }).click();
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.synonymsRemoved'));
});

test('an editor reads what means the same, and cannot change it', async ({ page }) => {
  await signIn(page, await makePerson('editor'), { path: '/dashboard/synonyms' });
  await expect(page.getByRole('row').nth(1)).toBeVisible();
  await expect(page.getByRole('button', { name: t('Synonyms.add') })).toHaveCount(0);
  await expect(page.getByRole('button', { name: t('Synonyms.remove') })).toHaveCount(0);
});
