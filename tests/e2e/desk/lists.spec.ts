import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { importRecords } from '#tests/e2e/support/import-records.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');

/** Two themes that nobody else has, neither before readers yet. */
function makeThemes(): { word: string; one: string; other: string } {
  const word = `q${randomBytes(4).toString('hex')}`;
  const titles = { one: `=${word} ألف`, other: `${word} باء` };
  importRecords(
    Object.entries(titles).map(([key, title]) => ({
      kind: 'theme',
      key: `${word}-${key}`,
      state: 'draft',
      sourceLocale: 'ar',
      facts: { slug: `${word}-${key}` },
      texts: { ar: { title } },
    })),
  );
  return { word, ...titles };
}

function selectionOf(page: Page): Locator {
  return page.getByRole('region', { name: t('Desk.lists.selection') });
}

async function release(page: Page, part: string): Promise<void> {
  const selection = selectionOf(page);
  await selection.getByRole('button', { name: t('Desk.lists.deeds.publish'), exact: true }).click();
  await selection.getByRole('checkbox', { name: part }).check();
  await selection.getByRole('button', { name: t('Desk.lists.start') }).click();
}

async function choose(page: Page, title: string): Promise<void> {
  await page.getByRole('checkbox', { name: t('Desk.lists.selectRow', { name: title }) }).check();
}

test('a list is narrowed, kept as a view, and released in many rows, one of which is refused and repeated @desktop', async ({
  page,
  context,
}) => {
  const { word, one, other } = makeThemes();
  await signIn(page, await makePerson('publisher'), { path: '/dashboard/themes' });
  const rows = page.getByRole('row').filter({ hasText: word });

  // By keyboard: the words, then a group of two states of which either will do.
  await page.getByLabel(t('Desk.searchLabel')).focus();
  await page.keyboard.type(word);
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(2);
  await page.getByText(t('Desk.lists.advanced')).focus();
  await page.keyboard.press('Enter');
  const group = page.getByRole('group', { name: t('Desk.lists.groupLegend', { number: 1 }) });
  await group.getByLabel(t('Desk.lists.fields.state')).selectOption('ar.draft');
  await expectAccessible(page);
  await page
    .getByRole('button', { name: t('Desk.lists.apply') })
    .first()
    .press('Enter');
  await expect(page).toHaveURL(/g1\.match=any&g1\.state=ar\.draft/u);
  await expect(rows).toHaveCount(2);

  await page.getByText(t('Desk.lists.keepNew')).click();
  await page.getByLabel(t('Desk.lists.viewName')).fill(word);
  await page.getByRole('button', { name: t('Desk.lists.keep'), exact: true }).click();
  await expect(page.getByRole('status').first()).toHaveText(t('Desk.done.viewKept'));
  const tab = page.getByRole('navigation', { name: t('Desk.lists.views') }).getByRole('link', { name: word });
  await expect(tab).toHaveAttribute('aria-current', 'page');
  await expect(rows).toHaveCount(2);

  // The facts of one alone, so that the text of the other cannot be released before its own.
  await choose(page, one);
  await release(page, t('Desk.facts'));
  await expect(selectionOf(page).getByText(t('Desk.lists.succeeded', { count: 1 }))).toBeVisible();
  await page.goto(`/dashboard/themes?q=${word}&sort=title`);
  await expect(page.getByRole('checkbox', { name: t('Desk.lists.selectPage') })).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await expect(page.getByText(t('Desk.lists.selected', { count: 2 }))).toBeVisible();
  await release(page, 'العربية');
  const selection = selectionOf(page);
  await expect(selection.getByText(t('Desk.lists.failed', { count: 1 }))).toBeVisible();
  const failure = selection.getByRole('listitem').filter({ hasText: t('Errors.factsUnpublished') });
  await expect(failure.getByRole('link', { name: other })).toBeVisible();
  await expectAccessible(page);

  const second = await context.newPage();
  await second.goto(`/dashboard/themes?q=${word}`);
  await choose(second, other);
  await release(second, t('Desk.facts'));
  await expect(selectionOf(second).getByText(t('Desk.lists.succeeded', { count: 1 }))).toBeVisible();
  await second.close();
  await selection.getByRole('button', { name: t('Desk.lists.repeatFailed', { count: 1 }) }).click();
  await expect(selection.getByText(t('Desk.lists.succeeded', { count: 1 }))).toBeVisible();
  await expect(selection.getByText(t('Desk.lists.failed', { count: 0 }))).toBeVisible();

  await page.goto(`/dashboard/themes?q=${word}&state=published&part=ar`);
  await expect(rows).toHaveCount(2);
  const downloading = page.waitForEvent('download');
  await page.getByRole('link', { name: t('Desk.lists.exportSheet') }).click();
  const table = readFileSync(await (await downloading).path(), 'utf8');
  expect(table.startsWith('\uFEFF')).toBe(true);
  expect(table).toContain(`,'${one},`);
  expect(table).toContain(`,${other},`);
  expect(table).toContain(t('Desk.states.published'));

  await tab.click();
  await expect(page.getByText(t('Desk.lists.without', { count: 0 }).slice(0, 8))).toBeVisible();
  await page.getByText(t('Desk.lists.manage')).click();
  await page.getByText(t('Desk.lists.removeView')).first().click();
  await page.getByRole('button', { name: t('Desk.lists.removeView') }).click();
  await expect(page.getByRole('status').first()).toHaveText(t('Desk.done.viewRemoved'));
});

test('an address that means nothing says so by name, and strangers get no list as a file @desktop', async ({
  page,
  browser,
  noise,
}) => {
  await signIn(page, await makePerson('translator', 'de'), { path: '/dashboard/partnerships' });
  await page.goto('/dashboard/partnerships?state=gone&colour=red&type=twinning');
  const alert = page.getByRole('alert').filter({ hasText: t('Desk.lists.faultTitle') });
  await expect(alert).toContainText('state');
  await expect(alert).toContainText('colour');
  await expect(page.getByRole('table')).toHaveCount(0);
  await expectAccessible(page);
  await alert.getByRole('link', { name: t('Desk.lists.withoutFaults') }).click();
  await expect(page).toHaveURL('/dashboard/partnerships?type=twinning');
  await expect(page.getByRole('table')).toBeVisible();

  noise.allow(400);
  expect((await page.request.get('/dashboard/partnerships/export?state=gone')).status()).toBe(400);
  const own = await page.request.get('/dashboard/partnerships/export?format=json');
  expect(own.headers()['cache-control']).toContain('no-store');
  expect(JSON.stringify(await own.json())).toContain('P-101');
  const stranger = await browser.newContext();
  for (const format of ['csv', 'sheet', 'json', 'rows']) {
    const answer = await stranger.request.get(`/dashboard/partnerships/export?format=${format}`, { maxRedirects: 0 });
    expect(answer.status()).toBe(307);
    expect(answer.headers()['location']).toContain('/sign-in');
    expect(await answer.text()).not.toContain('P-101');
  }
  await stranger.close();
});
