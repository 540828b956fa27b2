import type { Page, Route } from '@playwright/test';
import { createRecord, group, openUnit, save, unique } from '#tests/e2e/support/desk.ts';
import { makePerson, type Person, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');
let person: Person;

test.beforeAll(async () => {
  person = await makePerson('editor');
});

test.beforeEach(async ({ page }) => {
  await signIn(page, person);
  await createRecord(page, 'partnership', unique('شراكة'));
});

const TEXT_CASES: [name: string, value: string, sentence: string][] = [
  ['over-long', 'ط'.repeat(801), t('Errors.fields.tooLong', { max: 800 })],
  ['a direction override', 'نص \u202Eمقلوب', t('Errors.fields.bidiControl')],
];

for (const [name, value, sentence] of TEXT_CASES) {
  test(`a text that is refused names its field and stays: ${name}`, async ({ page }) => {
    await page.getByLabel(t('Fields.lead')).fill(value);
    await page.getByRole('button', { name: t('Desk.save'), exact: true }).click();
    const summary = page.getByRole('alert').filter({ hasText: t('Desk.problems') });
    await expect(summary).toContainText(`${t('Fields.lead')}: ${sentence}`);
    await expect(page.getByLabel(t('Fields.lead'))).toHaveValue(value);
    await summary.getByRole('link').click();
    await expect(page.getByLabel(t('Fields.lead')), 'the summary leads into the field').toBeFocused();
    await page.reload();
    await expect(page.getByLabel(t('Fields.lead')), 'nothing was saved').toHaveValue('');
  });
}

test('dates that cannot be, an end before the start, a party twice, a record that is none', async ({ page }) => {
  await openFacts(page);
  const agreements = group(page, t('Fields.agreements'));
  await agreements.getByText(t('Desk.itemAdd', { list: t('Fields.agreements') })).click();
  const signedOn = agreements.getByLabel(t('Fields.signedOn'));

  for (const [date, sentence] of [
    ['2023-02-30', t('Errors.fields.dateImpossible')],
    ['٣٠/٠٢/٢٠٢٣', t('Errors.fields.dateImpossible')],
    ['2099-01-01', t('Errors.fields.dateFuture')],
  ] as const) {
    await signedOn.fill(date);
    await expectRefusal(page, sentence);
    await expect(signedOn).toHaveValue(date);
  }
  await signedOn.fill('٤/٥/٢٠٢٣');
  await agreements.getByLabel(t('Fields.inForceUntil')).fill('2020');
  await expectRefusal(page, t('Errors.fields.endBeforeStart'));
  await agreements.getByLabel(t('Fields.inForceUntil')).fill('');

  const parties = group(page, t('Fields.parties'));
  await parties.getByText(t('Desk.itemAdd', { list: t('Fields.parties') })).click();
  await parties.getByRole('button', { name: t('Desk.itemAnother') }).click();
  await parties.getByLabel(t('Fields.place')).nth(0).fill('C-101');
  await parties.getByLabel(t('Fields.place')).nth(1).fill('هامبورغ (C-101)');
  await expectRefusal(page, t('Errors.fields.partyTwice'));
  await parties.getByLabel(t('Fields.place')).nth(1).fill('أتلانتس');
  await expectRefusal(page, t('Errors.fields.unknownReference'));
  await parties.getByLabel(t('Fields.place')).nth(1).fill('C-102');
  await save(page);
  await expect(agreements.getByLabel(t('Fields.signedOn')).first(), 'Arabic digits, day first').toHaveValue(
    '2023-05-04',
  );
});

test('an address part that another partnership has', async ({ page }) => {
  await openFacts(page);
  await page.getByLabel(t('Fields.slug')).fill('hamburg-busan');
  await expectRefusal(page, t('Errors.fields.addressTaken'));
  await page.getByLabel(t('Fields.slug')).fill('Hamburg Busan');
  await expectRefusal(page, t('Errors.fields.format'));
});

test('a text too large for any server stays in the form', async ({ page }) => {
  const title = page.getByLabel(t('Fields.title')).first();
  const length = 20_000_000;
  await title.evaluate((input: HTMLInputElement, size) => {
    input.value = 'x'.repeat(size);
  }, length);
  await page.getByRole('button', { name: t('Desk.save'), exact: true }).click();
  await expect(page.getByText(t('Errors.tooLarge'))).toBeVisible();
  expect(await title.evaluate((input: HTMLInputElement) => input.value.length)).toBe(length);
});

for (const [name, fail] of [
  ['the line is cut', (route: Route) => route.abort()],
  ['the server restarts', (route: Route) => route.fulfill({ status: 503, contentType: 'text/html', body: '<p>503' })],
] as const) {
  test(`what was typed stays where no answer comes, and can be sent again: ${name}`, async ({ page, noise }) => {
    noise.allow(503);
    noise.allowFailure('/dashboard/records');
    const lead = 'سطر كُتب والخادم غائب';
    await page.getByLabel(t('Fields.lead')).fill(lead);
    await page.route('**/dashboard/records/**', (route) =>
      route.request().method() === 'POST' ? fail(route) : route.continue(),
    );
    await page.getByRole('button', { name: t('Desk.save'), exact: true }).click();
    await expect(page.getByRole('alert').filter({ hasText: t('Errors.unreachable') })).toBeVisible();
    await expect(page.getByLabel(t('Fields.lead'))).toHaveValue(lead);
    await page.unrouteAll();
    await save(page);
    await expect(page.getByLabel(t('Fields.lead'))).toHaveValue(lead);
  });
}

async function openFacts(page: Page): Promise<void> {
  await openUnit(page, /[A-Z]-\d+/u.exec(page.url())?.[0] ?? '', 'facts');
}

async function expectRefusal(page: Page, sentence: string): Promise<void> {
  await page.getByRole('button', { name: t('Desk.save'), exact: true }).click();
  await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
}
