import { randomBytes } from 'node:crypto';
import { DIRECTION, LOCALES, localisePath } from '#i18n/locales.ts';
import { openUnit, windowOf } from '#tests/e2e/support/desk.ts';
import { importRecords } from '#tests/e2e/support/import-records.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { webAddress } from '#tests/e2e/support/web-address.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const UNKNOWN = [
  '/nowhere',
  '/partnerships/nowhere',
  '/places/no-such-city',
  '/stories/nothing',
  '/partnerships/NOT A SLUG',
  '/robots.php',
];

for (const locale of LOCALES) {
  const t = textsIn(locale);

  test(`an address without a page answers 404 in the reader's language (${locale})`, async ({ page, noise }) => {
    noise.allow(404);
    for (const path of UNKNOWN) {
      const answer = await page.goto(localisePath(locale, path));
      expect(answer?.status(), path).toBe(404);
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      await expect(page.locator('html')).toHaveAttribute('dir', DIRECTION[locale]);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('NotFound.title'));
      await expect(page).toHaveTitle(new RegExp(t('NotFound.title'), 'u'));
    }
    const ways = page.getByRole('navigation', { name: t('NotFound.ways') });
    await ways.getByRole('link', { name: t('Navigation.partnerships') }).click();
    await expect(page).toHaveURL(localisePath(locale, '/partnerships'));
  });

  test(`the body of a 404 is written by the server (${locale})`, async ({ request }) => {
    for (const path of ['/nowhere', '/partnerships/nowhere', '/r/P-999999']) {
      const answer = await request.get(localisePath(locale, path));
      expect(answer.status()).toBe(404);
      expect(answer.headers()['x-page-tags']).toBeUndefined();
      expect(await answer.text()).toContain(t('NotFound.text'));
    }
  });

  test(`the permanent short address leads to the page (${locale})`, async ({ request }) => {
    for (const ref of ['P-101', 'p-101']) {
      const answer = await request.get(localisePath(locale, `/r/${ref}`), { maxRedirects: 0 });
      expect(answer.status()).toBe(308);
      expect(answer.headers()['location']).toBe(localisePath(locale, '/partnerships/hamburg-busan'));
      const made = await request.get(webAddress(localisePath(locale, `/r/${ref}`)), { maxRedirects: 0 });
      expect(made.headers()['x-page-tags'], 'Next tells the edge what it depends on').toMatch(/^record:\S+$/u);
      expect(answer.headers()['x-page-tags'], 'and nobody else').toBeUndefined();
    }
  });
}

test('an address that cannot be decoded is missing at Next itself as well', async ({ request }) => {
  for (const locale of LOCALES) {
    const answer = await request.get(webAddress(localisePath(locale, '/partnerships/%ff')));
    expect(answer.status()).toBe(404);
    expect(await answer.text()).toContain(textsIn(locale)('NotFound.text'));
  }
});

test('Arabic stands at the root alone', async ({ request }) => {
  for (const [from, to] of [
    ['/ar', '/'],
    ['/ar/places', '/places'],
  ] as const) {
    const answer = await request.get(from, { maxRedirects: 0 });
    expect(answer.status()).toBe(308);
    expect(answer.headers()['location']).toBe(to);
  }
});

test('an address that moved leads on, one that was withdrawn says so @desktop', async ({ page, browser, noise }) => {
  const t = textsIn('ar');
  const word = randomBytes(4).toString('hex');
  const [before, after] = [`/places/before-${word}`, `/places/after-${word}`];
  noise.allow(410);

  importPlace(word, `before-${word}`);
  await page.goto(before);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`مدينة ${word}`);

  importPlace(word, `after-${word}`);
  await expect.poll(async () => (await page.goto(`/de${before}`))?.request().redirectedFrom() !== null).toBe(true);
  await expect(page).toHaveURL(`/de${after}`);
  await page.goto(before);
  await expect(page).toHaveURL(after);

  const ref =
    (await page
      .getByRole('complementary')
      .getByRole('link', { name: /^C-\d+$/u })
      .textContent()) ?? '';
  const publisher = await windowOf(browser, 'publisher');
  await openUnit(publisher.page, ref, 'facts');
  const withdrawal = publisher.page.getByRole('group').filter({ hasText: t('Desk.unpublishHint') });
  await withdrawal.getByText(t('Desk.unpublish')).first().click();
  await withdrawal.getByLabel(t('Desk.facts')).check();
  await withdrawal.getByRole('button', { name: t('Desk.unpublish') }).click();
  await expect(publisher.page.getByRole('status')).toHaveText(t('Desk.done.unpublish'));
  await publisher.page.context().close();

  for (const path of [after, before]) {
    await expect.poll(async () => (await page.goto(path))?.status()).toBe(410);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('NotFound.goneTitle'));
    await expect(page.getByText(t('NotFound.goneText'))).toBeVisible();
  }
});

/** Brings a place in, or gives it another address. */
function importPlace(word: string, slug: string): void {
  const facts = { slug, kind: 'city', country: 'DE' };
  const texts = { ar: { title: `مدينة ${word}` } };
  importRecords([{ kind: 'place', key: `trial:${word}`, state: 'published', facts, texts }]);
}
