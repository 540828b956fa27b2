import type { Page } from '@playwright/test';
import { createRecord, group, openUnit, save, showMarkup, tabOf, unique, windowOf } from '#tests/e2e/support/desk.ts';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');
const DEMO_SOURCE = 'مصدر للتجربة';

test('an editor writes a partnership in three languages, a publisher releases it, a reader sees it', async ({
  page,
  browser,
  noise,
}) => {
  const slug = unique('tajriba').replace(' ', '-');
  const titles = { ar: unique('شراكة للتجربة'), de: unique('Partnerschaft zum Ausprobieren'), en: unique('Trial') };
  await signIn(page, await makePerson('editor'));
  const ref = await createRecord(page, 'partnership', titles.ar);
  await page.getByLabel(t('Fields.lead')).fill('مقدمة قصيرة.');
  const body = await showMarkup(page, t('Fields.body'));
  await body.fill('فقرة أولى.\n\n## عنوان\n\nفيها {de:Rathaus} و**كلمة بارزة**.');
  await save(page);
  for (const locale of ['de', 'en'] as const) {
    await openUnit(page, ref, locale);
    await page.getByLabel(t('Fields.title')).first().fill(titles[locale]);
    await save(page);
  }

  await openUnit(page, ref, 'facts');
  await page.getByLabel(t('Fields.slug')).fill(slug);
  await page.getByLabel(t('Fields.type'), { exact: false }).first().selectOption('friendship');
  const parties = group(page, t('Fields.parties'));
  await parties.getByText(t('Desk.itemAdd', { list: t('Fields.parties') })).click();
  await parties.getByRole('button', { name: t('Desk.itemAnother') }).click();
  await parties.getByLabel(t('Fields.place')).nth(0).fill('هامبورغ');
  await parties.getByLabel(t('Fields.place')).nth(1).fill('C-102');
  const sources = group(page, t('Fields.sources'));
  await sources.getByText(t('Desk.itemAdd', { list: t('Fields.sources') })).click();
  await sources.getByLabel(t('Fields.publisher')).fill(DEMO_SOURCE);
  const claims = group(page, t('Fields.claims'));
  await claims.getByText(t('Desk.itemAdd', { list: t('Fields.claims') })).click();
  await claims.getByRole('button', { name: t('Desk.itemAnother') }).click();
  for (const [number, path] of ['type', 'parties'].entries()) {
    await claims.getByLabel(t('Fields.path')).nth(number).selectOption(path);
    // The source is offered before it is saved.
    const source = claims.getByLabel(t('Fields.sourceId'), { exact: false }).nth(number);
    await source.focus();
    await expect(source.getByRole('option')).toHaveCount(2);
    await source.selectOption({ index: 1 });
    await claims.getByLabel(t('Fields.accepted')).nth(number).check();
  }
  await save(page);
  await expect(page.getByText(t('Desk.readyAll')), 'the list before the release says so').toBeVisible();
  await expect(page.getByRole('button', { name: t('Desk.publish') }), 'an editor releases nothing').toBeHidden();
  await expectAccessible(page);

  const before = await page.request.get(`/partnerships/${slug}`);
  expect(before.status(), 'a draft is unknown to the public').toBe(404);

  const publisher = await windowOf(browser, 'publisher');
  noise.watch(publisher.page.context());
  await openUnit(publisher.page, ref, 'ar');
  await publisher.page.getByLabel(t('Desk.facts')).check();
  for (const name of ['العربية', 'Deutsch', 'English']) await publisher.page.getByLabel(name, { exact: true }).check();
  await publisher.page.getByRole('button', { name: t('Desk.publish') }).click();
  await expect(publisher.page.getByRole('status')).toHaveText(t('Desk.done.publish'));
  await expect(tabOf(publisher.page, 'Deutsch')).toContainText(t('Desk.states.published'));

  for (const [prefix, title] of [
    ['', titles.ar],
    ['/de', titles.de],
    ['/en', titles.en],
  ] as const) {
    await expectTitle(page, `${prefix}/partnerships/${slug}`, title);
  }

  await openUnit(publisher.page, ref, 'de');
  await publisher.page.getByText(t('Desk.unpublish')).first().click();
  await publisher.page.getByRole('button', { name: t('Desk.unpublish') }).click();
  await expect(publisher.page.getByRole('status')).toHaveText(t('Desk.done.unpublish'));
  // The nearest language stands in.
  await expectTitle(page, `/de/partnerships/${slug}`, titles.en);
  await publisher.page.context().close();
});

test('a release that is not ready says what is missing and changes nothing', async ({ page }) => {
  await signIn(page, await makePerson('publisher'));
  const ref = await createRecord(page, 'partnership', unique('غير مكتملة'));
  await page.getByRole('button', { name: t('Desk.publish') }).click();
  const refusal = page.getByRole('alert').filter({ hasText: t('Desk.refused') });
  await expect(refusal).toContainText(t('Errors.fields.required'));
  await expect(refusal).toContainText(t('Fields.parties'));
  await openUnit(page, ref, 'ar');
  await expect(tabOf(page, 'العربية')).toContainText(t('Desk.states.draft'));
});

test('work goes to review, comes back with a reason, and is approved', async ({ page, browser, noise }) => {
  await signIn(page, await makePerson('editor'));
  const ref = await createRecord(page, 'theme', unique('موضوع'));
  await page.getByRole('button', { name: t('Desk.submit') }).click();
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.submit'));

  const publisher = await windowOf(browser, 'publisher');
  noise.watch(publisher.page.context());
  await openUnit(publisher.page, ref, 'ar');
  await publisher.page.getByLabel(t('Desk.returnReason')).fill('ينقص المصدر');
  await publisher.page.getByRole('button', { name: t('Desk.return') }).click();
  await expect(publisher.page.getByRole('status')).toHaveText(t('Desk.done.return'));

  await openUnit(page, ref, 'ar');
  await expect(page.getByText(t('Desk.returnedBecause', { note: 'ينقص المصدر' }))).toBeVisible();
  await page.getByRole('button', { name: t('Desk.submit') }).click();
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.submit'));
  await openUnit(publisher.page, ref, 'ar');
  await publisher.page.getByRole('button', { name: t('Desk.approve') }).click();
  await expect(tabOf(publisher.page, 'العربية')).toContainText(t('Desk.states.approved'));
  await publisher.page.context().close();
});

/** What a public page is called, at once or when it was made anew: readers get the last one until then. */
async function expectTitle(page: Page, path: string, title: string): Promise<void> {
  await expect
    .poll(async () => {
      await page.goto(path);
      return page.getByRole('heading', { level: 1 }).textContent();
    })
    .toContain(title);
}
