import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { createRecord, openUnit, save, unique, windowOf } from '#tests/e2e/support/desk.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');
/** What is said of a draft that was kept, up to the time of day. */
const KEPT = t('Desk.keeping.kept', { at: '' }).trim();
const LEAD = t('Fields.lead');

test('what is typed is kept by itself, and the form is left alone @desktop', async ({ page }) => {
  const ref = await begin(page);
  const [first, second] = [unique('مقدمة'), unique('تتمة')];
  await page.getByLabel(LEAD).fill(first);
  await expect(page.getByText(t('Desk.unsaved'))).toBeVisible();
  await expect(page.getByText(KEPT)).toBeVisible();
  await page.getByLabel(LEAD).press('End');
  await page.getByLabel(LEAD).pressSequentially(` ${second}`, { delay: 40 });
  await expect(page.getByText(t('Desk.unsaved'))).toBeVisible();
  await expect(page.getByText(KEPT)).toBeVisible();
  await expect(page.getByLabel(LEAD), 'the cursor stays').toBeFocused();
  await expectAccessible(page);
  await openUnit(page, ref, 'ar');
  await expect(page.getByLabel(LEAD)).toHaveValue(`${first} ${second}`);
  await expect(page.getByText(t('Desk.keeping.found')), 'nothing is left on the device').toHaveCount(0);
  await page.getByLabel(LEAD).fill(unique('أخيرًا'));
  await save(page);
});

test('without a network words stay on the device, and go when it is back @desktop', async ({
  page,
  context,
  noise,
}) => {
  const ref = await begin(page);
  const text = unique('كُتب بلا اتصال');
  noise.allowFailure('/dashboard/records/');
  await context.setOffline(true);
  await page.getByLabel(LEAD).fill(text);
  await expect(page.getByText(t('Desk.keeping.offline'))).toBeVisible();
  await expect(page.getByText(t('Desk.keeping.onDevice'))).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByText(KEPT)).toBeVisible();
  await openUnit(page, ref, 'ar');
  await expect(page.getByLabel(LEAD)).toHaveValue(text);
});

test('a window that is closed before its words arrived gives them back @desktop', async ({ page, context, noise }) => {
  const person = await makePerson('editor');
  await signIn(page, person);
  const ref = await createRecord(page, 'partnership', unique('شراكة'));
  await openUnit(page, ref, 'ar');
  const text = unique('قبل إغلاق النافذة');
  noise.allow(401);
  await context.clearCookies();
  await page.getByLabel(LEAD).fill(text);
  await expect(page.getByText(t('Desk.keeping.onDevice'))).toBeVisible();
  await page.close();

  const again = await context.newPage();
  await signIn(again, person);
  await openUnit(again, ref, 'ar');
  await expect(again.getByLabel(LEAD)).toHaveValue('');
  const offer = again.getByRole('alert').filter({ hasText: t('Desk.keeping.found') });
  await expect(offer).toBeVisible();
  await expectAccessible(again);
  await offer.getByRole('button', { name: t('Desk.keeping.restore') }).click();
  await expect(again.getByLabel(LEAD)).toHaveValue(text);
  await expect(again.getByText(KEPT)).toBeVisible();
  await openUnit(again, ref, 'ar');
  await expect(again.getByLabel(LEAD)).toHaveValue(text);
  await expect(again.getByText(t('Desk.keeping.found'))).toHaveCount(0);
});

test('after the session ended words wait on the device for the next one @desktop', async ({ page, browser, noise }) => {
  const { page: second, person } = await windowOf(browser, 'editor');
  noise.watch(second.context());
  const ref = await begin(page);
  await openUnit(second, ref, 'ar');
  const text = unique('بعد انتهاء الجلسة');
  await second.context().clearCookies();
  noise.allow(401);
  await second.getByLabel(LEAD).fill(text);
  await expect(second.getByText(t('Desk.keeping.signedOut'))).toBeVisible();
  const elsewhere = await second.context().newPage();
  await signIn(elsewhere, person);
  await elsewhere.close();
  await second.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expect(second.getByText(KEPT)).toBeVisible();
  await openUnit(page, ref, 'ar');
  await expect(page.getByLabel(LEAD)).toHaveValue(text);
  await second.context().close();
});

test('whoever signs out is told of words that wait on the device, and may delete them @desktop', async ({
  page,
  context,
  noise,
}) => {
  const person = await makePerson('editor');
  await signIn(page, person);
  const ref = await createRecord(page, 'partnership', unique('شراكة'));
  await openUnit(page, ref, 'ar');
  noise.allow(401);
  const cookies = await context.cookies();
  await context.clearCookies();
  await page.getByLabel(LEAD).fill(unique('لم يصل'));
  await expect(page.getByText(t('Desk.keeping.onDevice'))).toBeVisible();
  await context.addCookies(cookies);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.goto('/dashboard');
  await page.getByRole('button', { name: t('Desk.account') }).click();
  await page.getByRole('button', { name: t('Accounts.signOut') }).click();
  const question = page.getByRole('dialog', { name: t('Desk.leaving.title') });
  await expect(question.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page);
  await question.getByRole('button', { name: t('Desk.leaving.remove') }).click();
  await page.waitForURL('/sign-in');
  await signIn(page, person);
  await openUnit(page, ref, 'ar');
  await expect(page.getByText(t('Desk.keeping.found'))).toHaveCount(0);
});

test('somebody else’s work is not overwritten by itself; saving brings both together @desktop', async ({
  page,
  browser,
  noise,
}) => {
  const ref = await begin(page);
  const { page: second } = await windowOf(browser, 'editor');
  noise.watch(second.context());
  await openUnit(second, ref, 'ar');
  const [lead, title] = [unique('مقدمة الأول'), unique('عنوان الثاني')];
  await page.getByLabel(LEAD).fill(lead);
  await save(page);
  await second.getByLabel(t('Fields.title')).first().fill(title);
  await expect(second.getByText(t('Desk.keeping.behind'))).toBeVisible();
  await save(second);
  await expect(second.getByLabel(LEAD)).toHaveValue(lead);
  await expect(second.getByLabel(t('Fields.title')).first()).toHaveValue(title);
  await second.context().close();
});

test('a text is handed over as it stands in sight @desktop', async ({ page }) => {
  const ref = await begin(page);
  const text = unique('آخر ما كُتب');
  await page.getByLabel(LEAD).fill(text);
  await page.getByRole('button', { name: t('Desk.submit'), exact: true }).click();
  await page.waitForURL(/done=submit/u);
  await openUnit(page, ref, 'ar');
  await expect(page.getByLabel(LEAD)).toHaveValue(text);
});

/** A new record, open in its Arabic text. */
async function begin(page: Page): Promise<string> {
  await signIn(page, await makePerson('editor'));
  const ref = await createRecord(page, 'partnership', unique('شراكة'));
  await openUnit(page, ref, 'ar');
  return ref;
}
