import { LOCALES, localisePath } from '#i18n/locales.ts';
import { createRecord, openUnit, save, unique } from '#tests/e2e/support/desk.ts';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { makePerson, type Person, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');
let person: Person;

test.beforeAll(async () => {
  person = await makePerson('publisher');
});

test.beforeEach(async ({ page }) => {
  await signIn(page, person);
});

test('every list opens, names the state of each language and is accessible', async ({ page }) => {
  for (const list of [
    '',
    '/checks',
    '/partnerships',
    '/places',
    '/organisations',
    '/programmes',
    '/themes',
    '/stories',
    '/trash',
    '/new',
  ]) {
    await page.goto(`/dashboard${list}`);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page);
  }
  await page.goto('/dashboard/partnerships');
  const row = page.getByRole('row').filter({ hasText: 'هامبورغ وبوسان' });
  await expect(row.getByRole('cell')).toHaveCount(7);
});

test('the search finds a partnership in any spelling and says when it finds none', async ({ page }) => {
  await page.goto('/dashboard/partnerships');
  await page.getByLabel(t('Desk.searchLabel')).fill('ازمير');
  await page.getByRole('button', { name: t('Desk.searchSubmit') }).click();
  await expect(page.getByRole('link', { name: 'بريمن وإزمير' })).toBeVisible();
  await page.getByLabel(t('Desk.searchLabel')).fill('أتلانتس');
  await page.getByRole('button', { name: t('Desk.searchSubmit') }).click();
  await expect(page.getByText(t('Desk.searchEmpty', { search: 'أتلانتس' }))).toBeVisible();
});

test('an address of the desk without a record says so in the reader’s language, and leads back', async ({
  page,
  noise,
}) => {
  noise.allow(404);
  for (const locale of LOCALES) {
    const texts = textsIn(locale);
    for (const path of [
      '/dashboard/records/P-999',
      '/dashboard/records/P-999/history',
      '/dashboard/nowhere',
      '/dashboard/new?kind=foo',
    ]) {
      await page.goto(localisePath(locale, path));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(texts('NotFound.title'));
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
    }
    await expectAccessible(page);
    await page
      .getByRole('main')
      .getByRole('link', { name: texts('Desk.title') })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(texts('NotFound.title'));
  }
});

const ONE_OF_EACH_KIND = ['P-101', 'C-101', 'O-101', 'G-101', 'T-101', 'S-101'];

for (const ref of ONE_OF_EACH_KIND) {
  test(`the forms of ${ref} are accessible`, async ({ page }) => {
    for (const unit of ['facts', 'ar'] as const) {
      await openUnit(page, ref, unit);
      await expectAccessible(page);
    }
  });
}

// What a form shows and what it reads back must be the same, or opening a record would damage it.
for (const ref of [...ONE_OF_EACH_KIND, 'P-102', 'P-103']) {
  test(`saving ${ref} without a change changes nothing @desktop`, async ({ page }) => {
    for (const unit of ['facts', 'ar'] as const) {
      await page.goto(`/dashboard/records/${ref}/history?unit=${unit}`);
      const count = await page.getByRole('article').count();
      await openUnit(page, ref, unit);
      await save(page);
      await page.goto(`/dashboard/records/${ref}/history?unit=${unit}`);
      await expect(page.getByRole('article')).toHaveCount(count);
    }
  });
}

test('the history of a record is accessible', async ({ page }) => {
  for (const unit of ['facts', 'ar'] as const) {
    await page.goto(`/dashboard/records/P-101/history?unit=${unit}`);
    await expect(page.getByRole('article').first()).toBeVisible();
    await expectAccessible(page);
  }
});

test('an old version comes back as a draft, and the draft can be discarded again', async ({ page }) => {
  const [first, second] = [unique('الأول'), unique('الثاني')];
  const ref = await createRecord(page, 'theme', first);
  await page.getByLabel(t('Fields.theme_title')).fill(second);
  await save(page);
  await page.goto(`/dashboard/records/${ref}/history?unit=ar`);
  await page
    .getByRole('article', { name: t('Desk.revision', { n: 1 }) })
    .getByRole('button')
    .click();
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.restore'));
  await expect(page.getByLabel(t('Fields.theme_title'))).toHaveValue(first);
});

test('a record goes to the trash and comes back; one in use is kept and says by whom', async ({ page }) => {
  const title = unique('للحذف');
  const ref = await createRecord(page, 'theme', title);
  await page.getByText(t('Desk.moreActions')).first().click();
  await page.getByRole('button', { name: t('Desk.moveToTrash') }).click();
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.trash'));
  await page.getByRole('button', { name: t('Desk.undo') }).click();
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.untrash'));
  await openUnit(page, ref, 'ar');
  await page.getByText(t('Desk.moreActions')).first().click();
  await page.getByRole('button', { name: t('Desk.moveToTrash') }).click();
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.trash'));
  await page.goto('/dashboard/trash');
  await page
    .getByRole('row')
    .filter({ hasText: title })
    .getByRole('button', { name: t('Desk.untrash') })
    .click();
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.untrash'));
  await openUnit(page, ref, 'ar');

  await openUnit(page, 'C-101', 'ar');
  await page.getByText(t('Desk.moreActions')).first().click();
  await page.getByRole('button', { name: t('Desk.moveToTrash') }).click();
  await expect(page.getByRole('alert').filter({ hasText: t('Errors.inUse') })).toContainText('P-101');
});

test('a translator writes the own language and reads the rest', async ({ browser, noise }) => {
  const context = await browser.newContext();
  noise.watch(context);
  const page = await context.newPage();
  await signIn(page, await makePerson('translator', 'de'));
  await page.goto('/dashboard/records/P-101?unit=de');
  await expect(page.getByRole('button', { name: t('Desk.save'), exact: true })).toBeEnabled();
  for (const unit of ['facts', 'ar', 'en']) {
    await page.goto(`/dashboard/records/P-101?unit=${unit}`);
    await expect(page.getByText(t('Desk.readOnly'))).toBeVisible();
    await expect(page.getByRole('button', { name: t('Desk.save'), exact: true })).toBeDisabled();
  }
  await context.close();
});
