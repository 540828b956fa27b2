import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { createRecord, openUnit, save, unique, windowOf } from '#tests/e2e/support/desk.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');
const LEAD = t('Fields.lead');
const TITLE = t('Fields.title');

test('two people in one text: who is there, what merged, what was settled, and what comes back @desktop', async ({
  page,
  browser,
  noise,
}) => {
  test.slow();
  const person = await makePerson('editor');
  await signIn(page, person);
  const ref = await createRecord(page, 'partnership', unique('شراكة'));
  await openUnit(page, ref, 'ar');
  const { page: second, person: other } = await windowOf(browser, 'editor');
  noise.watch(second.context());
  await openUnit(second, ref, 'ar');
  const [leads, titles] = [fieldOf(page, second, LEAD), fieldOf(page, second, TITLE)];

  await test.step('each sees who else is there, until they leave', async () => {
    await expect(second.locator('.presence')).toContainText(person.name);
    await leads.first.fill(unique('نص في الميناء'));
    await expect(second.locator('.presence-typing')).toContainText(person.name, { timeout: 25_000 });
  });

  await test.step('different places merge by themselves, and each can be taken back', async () => {
    const title = unique('عنوان');
    await save(page);
    const before = await titles.second.inputValue();
    const lead = await leads.first.inputValue();
    await titles.second.fill(title);
    await save(second);
    await expect(leads.second).toHaveValue(lead);
    const notice = second.locator('.notice').filter({ hasText: t('Desk.merged.title') });
    await expect(notice).toContainText(person.name);
    await expectAccessible(second);
    await notice.getByRole('button', { name: t('Desk.merged.undo', { field: TITLE }), exact: true }).click();
    await second.waitForURL(/done=restore/u);
    await expect(titles.second).toHaveValue(before);
    await expect(leads.second, 'nothing else is taken back').toHaveValue(lead);
    await second.getByRole('button', { name: t('Desk.restored.undo') }).click();
    await expect(titles.second).toHaveValue(title);
  });

  const [mine, theirs, settled] = ['نص الثاني في الميناء', 'نص الأول في الميناء', 'نص الاثنين في الميناء'].map(unique);
  await test.step('the same place is settled by a third wording, and the text that was given up stays', async () => {
    await openUnit(page, ref, 'ar');
    await openUnit(second, ref, 'ar');
    await leads.first.fill(theirs ?? '');
    await save(page);
    await leads.second.fill(mine ?? '');
    await second.getByRole('button', { name: t('Desk.save'), exact: true }).click();
    const panel = second.getByRole('region', { name: t('Desk.conflictTitle') });
    await expect(panel).toBeFocused();
    await expect(panel).toContainText(person.name);
    await expect(panel.locator('ins').first()).toBeVisible();
    await expect(panel.locator('.conflict-text').first()).toHaveAttribute('dir', 'rtl');
    await panel.getByLabel(t('Desk.conflictEdit')).fill(settled ?? '');
    await expect(panel.getByLabel(t('Desk.chooseEdit'), { exact: true })).toBeChecked();
    await expectAccessible(second);
    await save(second);
    await expect(leads.second).toHaveValue(settled ?? '');
  });

  await test.step('the history shows both, and two ticked places come back as a draft', async () => {
    await titles.second.fill(unique('عنوان أخير'));
    await leads.second.fill(unique('مقدمة أخيرة'));
    await save(second);
    await second.goto(`/dashboard/records/${ref}/history?unit=ar`);
    const aside = second.getByRole('article').filter({ hasText: t('Desk.asideOwn') });
    await aside.getByRole('group').first().locator('summary').click();
    await expect(aside.locator('ins').first()).toBeVisible();
    await expect(aside).toContainText((mine ?? '').split(' ').at(-1) ?? '');
    await expect(second.getByRole('heading', { level: 3 }).first()).toContainText(other.name);
    await second.getByText(t('Desk.compare.title')).click();
    await second.getByRole('button', { name: t('Desk.compare.submit') }).click();
    await expectAccessible(second);
    const comparison = second.locator('.comparison');
    await comparison.getByLabel(LEAD, { exact: true }).check();
    await comparison.getByLabel(TITLE, { exact: true }).check();
    await comparison.getByRole('button', { name: t('Desk.restoreSome', { n: '1' }) }).click();
    await second.waitForURL(/done=restore/u);
    await expect(leads.second).toHaveValue('');
    await second.getByRole('button', { name: t('Desk.restored.undo') }).click();
    await expect(leads.second).toHaveValue(/مقدمة أخيرة/u);
  });

  await test.step('a field says who changed it last, and leads to its own history', async () => {
    const last = leads.second.locator('xpath=ancestor::*[contains(@class,"field")][1]').locator('.last-change');
    await last.locator('summary').click();
    await expect(last).toContainText(other.name);
    await last.getByRole('link', { name: t('Desk.lastChange.history') }).click();
    await expect(second.getByText(t('Desk.historyOfField', { field: LEAD }))).toBeVisible();
    await expectAccessible(second);
  });

  await test.step('who leaves is gone at once', async () => {
    await openUnit(second, ref, 'ar');
    await expect(page.locator('.presence')).toContainText(other.name, { timeout: 25_000 });
    await second.goto('/dashboard');
    await expect(page.locator('.presence')).not.toContainText(other.name, { timeout: 25_000 });
  });
});

test('leaving asks only while something is not kept; two clicks save once; back shows what is saved @desktop', async ({
  page,
  context,
}) => {
  await signIn(page, await makePerson('editor'));
  const ref = await createRecord(page, 'partnership', unique('شراكة'));
  await openUnit(page, ref, 'ar');
  const lead = page.getByLabel(LEAD);
  expect(await asksToLeave(page)).toBe(false);
  const text = unique('مقدمة');
  await lead.fill(text);
  expect(await asksToLeave(page)).toBe(true);
  await expect(page.getByText(t('Desk.keeping.kept', { at: '' }).trim())).toBeVisible();
  expect(await asksToLeave(page)).toBe(false);

  await page.getByRole('button', { name: t('Desk.save'), exact: true }).dblclick();
  await page.waitForURL(/done=save/u);
  await page.goto(`/dashboard/records/${ref}/history?unit=ar`);
  // The beginning, the autosave folded, and one save.
  await expect(page.getByRole('article')).toHaveCount(2);
  await page.goBack();
  await expect(lead).toHaveValue(text);

  const tab = await context.newPage();
  await openUnit(tab, ref, 'ar');
  const [here, there] = [unique('هنا'), unique('هناك')];
  await tab.getByLabel(TITLE).first().fill(there);
  await save(tab);
  await lead.fill(here);
  await expect(page.getByText(t('Desk.keeping.behind'))).toBeVisible();
  await save(page);
  await expect(lead, 'two windows of one person keep both').toHaveValue(here);
  await expect(page.getByLabel(TITLE).first()).toHaveValue(there);
});

function fieldOf(first: Page, second: Page, label: string): { first: Locator; second: Locator } {
  return { first: first.getByLabel(label).first(), second: second.getByLabel(label).first() };
}

/** Whether the page would ask before it is left. */
async function asksToLeave(page: Page): Promise<boolean> {
  return page.evaluate(() => !window.dispatchEvent(new Event('beforeunload', { cancelable: true })));
}
