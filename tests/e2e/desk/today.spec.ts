import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { createRecord, openUnit, unique, windowOf } from '#tests/e2e/support/desk.ts';
import { importRecords } from '#tests/e2e/support/import-records.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');

test('the first page says what waits: a draft, a text to judge, one that came back with its reason', async ({
  page,
  browser,
  noise,
}) => {
  const title = unique('شراكة تنتظر');
  await signIn(page, await makePerson('editor'));
  await expect(page.getByRole('heading', { name: t('Desk.today.title') })).toBeVisible();
  const ref = await createRecord(page, 'partnership', title);
  await page.goto('/dashboard');
  await expect(panel(page, t('Desk.today.lists.drafts'))).toContainText(title);
  await openUnit(page, ref, 'ar');
  await page.getByRole('button', { name: t('Desk.submit'), exact: true }).click();
  await page.waitForURL(/done=submit/u);

  const { page: second } = await windowOf(browser, 'publisher');
  noise.watch(second.context());
  await second.goto('/dashboard');
  const waiting = panel(second, t('Desk.today.lists.review'));
  await expect(waiting).toBeVisible();
  await second.goto(`/dashboard/records/${ref}?unit=ar`);
  await second.getByLabel(t('Desk.returnReason')).fill('العنوان غير واضح');
  await second.getByRole('button', { name: t('Desk.return') }).click();
  await second.waitForURL(/done=return/u);
  await second.context().close();

  await page.goto('/dashboard');
  const returned = panel(page, t('Desk.today.lists.returned'));
  await expect(returned).toContainText('العنوان غير واضح');
  await expectAccessible(page);
  await returned.getByRole('link', { name: title }).click();
  await expect(page).toHaveURL(new RegExp(`${ref}\\?unit=ar`, 'u'));
});

test('facts that want looking at are found true with one press, before readers as well', async ({ page }) => {
  const word = unique('قديمة').replace(' ', '-');
  importPartnership(word);
  await signIn(page, await makePerson('publisher'));
  await page.goto('/dashboard/checks');
  const rows = page.locator('.work > li');
  const ended = rows.filter({ hasText: 'دورتموند وبيتسبرغ' });
  await expect(ended.getByText(t('Vocabulary.statuses.expired'))).toBeVisible();
  await expect(ended.getByRole('button'), 'what has ended is not made true by a press').toHaveCount(0);
  const row = rows.filter({ hasText: word });
  await expect(row).toContainText(t('Desk.today.neverChecked'));
  await expectAccessible(page);
  await row.getByRole('button', { name: t('Desk.today.confirm') }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.confirm'));
  await expect(rows.filter({ hasText: word })).toHaveCount(0);
  const shown = page.getByRole('term').filter({ hasText: t('Partnerships.lastChecked') });
  await expect.poll(async () => (await page.goto(`/partnerships/${slugOf(word)}`), shown.count())).toBe(1);
});

/** A published partnership that nobody has checked yet. */
function importPartnership(word: string): void {
  const claims = ['type', 'parties'].map((path) => ({ id: `c-${path}`, path, sourceId: 's1', accepted: true }));
  const sources = [{ id: 's1', publisher: 'Beispiel' }];
  const place = (side: string) => ({
    kind: 'place',
    key: `trial:${word}-${side}`,
    state: 'published',
    facts: { slug: `${slugOf(word)}-${side}`, kind: 'city', country: 'DE' },
    texts: { ar: { title: `مدينة ${word} ${side}` } },
  });
  const parties = ['one', 'two'].map((side) => ({ id: side, place: `trial:${word}-${side}` }));
  const facts = { slug: slugOf(word), type: 'twinning', parties, sources, claims };
  importRecords([
    place('one'),
    place('two'),
    { kind: 'partnership', key: `trial:${word}`, state: 'published', facts, texts: { ar: { title: `شراكة ${word}` } } },
  ]);
}

function slugOf(word: string): string {
  return `trial-${word.split('-').at(-1) ?? ''}`;
}

function panel(page: Page, name: string): Locator {
  return page.locator('.panel').filter({ has: page.getByRole('heading', { name }) });
}
