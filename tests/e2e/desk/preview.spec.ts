import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { createRecord, openUnit, save, unique } from '#tests/e2e/support/desk.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');

test(
  'drafts are shown by a link to somebody without an account; Arabic is released, German planned',
  { tag: '@desktop' },
  async ({ page, browser, noise }) => {
    const titles = { ar: unique('موضوع للمعاينة'), de: unique('Thema zur Vorschau') };
    const slug = unique('muayana').replace(' ', '-');
    await signIn(page, await makePerson('publisher'));
    const ref = await createRecord(page, 'theme', titles.ar);
    await openUnit(page, ref, 'de');
    await page.getByLabel(t('Fields.theme_title')).first().fill(titles.de);
    await save(page);
    await openUnit(page, ref, 'facts');
    await page.getByLabel(t('Fields.slug')).fill(slug);
    await save(page);

    await page.getByRole('link', { name: t('Desk.preview.open'), exact: true }).click();
    await expect(page.getByRole('heading', { name: t('Desk.preview.title') })).toBeVisible();
    const german = page.frameLocator(`iframe[title="${t('Desk.preview.frame', { language: 'Deutsch' })}"]`);
    await expect(german.getByRole('heading', { level: 1 })).toContainText(titles.de);
    await page.getByRole('button', { name: t('Desk.preview.reload') }).click();
    await expect(german.getByRole('heading', { level: 1 })).toContainText(titles.de);
    await page.getByRole('button', { name: t('Desk.preview.make') }).click();
    const address = await page.getByLabel(t('Desk.preview.made')).inputValue();
    await expectAccessible(page);

    const guest = await browser.newContext();
    noise.watch(guest);
    const reader = await guest.newPage();
    const shown = await reader.goto(address);
    expect(shown?.headers()).toMatchObject({ 'cache-control': 'private, no-store' });
    await expect(reader.getByRole('heading', { level: 1 })).toContainText(titles.ar);
    await expect(reader.getByText(t('Preview.notPublic'))).toBeVisible();
    await expect(reader.locator('meta[name=robots]')).toHaveAttribute('content', /noindex/u);
    expect(await guest.cookies(), 'a preview leaves no cookie').toEqual([]);
    await reader.getByRole('link', { name: 'Deutsch' }).first().click();
    await expect(reader.getByRole('heading', { level: 1 })).toContainText(titles.de);
    await expectAccessible(reader);
    const before = await page.request.get(`/themes/${slug}`);
    expect(before.status(), 'a preview makes nothing public').toBe(404);

    await releaseArabic(page, ref);
    await planGerman(page, ref);
    await page.goto('/dashboard/planned');
    await expect(page.getByRole('link', { name: titles.ar })).toBeVisible();
    await expectAccessible(page);

    await page.goto(`/dashboard/records/${ref}/preview`);
    await expect(page.getByText(t('Desk.preview.opened'))).toBeVisible();
    await page.getByRole('button', { name: t('Desk.preview.end') }).click();
    await expect(page.getByRole('status')).toHaveText(t('Desk.done.endLink'));
    noise.allow(404, '/p/');
    const ended = await reader.goto(address);
    expect(ended?.status()).toBe(404);
    await guest.close();
  },
);

async function releaseArabic(page: Page, ref: string): Promise<void> {
  await openUnit(page, ref, 'ar');
  await page.getByLabel(t('Desk.facts')).check();
  await page.getByRole('button', { name: t('Desk.publish') }).click();
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.publish'));
}

/** In the last hour of a day of next month, by the clock in Riyadh. */
async function planGerman(page: Page, ref: string): Promise<void> {
  await page.getByRole('link', { name: t('Desk.releasing.planOpen') }).click();
  await page.getByLabel('Deutsch').check();
  const day = new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10);
  await page.getByLabel(t('Desk.plan.date')).fill(day);
  await page.getByLabel(t('Desk.plan.time')).fill('23:30');
  await page.getByLabel(t('Desk.plan.zone')).selectOption('Asia/Riyadh');
  await page.getByRole('button', { name: t('Desk.plan.summarise') }).click();
  await expect(page.getByText(t('Desk.plan.outcome.release', { rev: 1 }))).toBeVisible();
  await expect(page.getByText(t('Desk.plan.outcome.stays')).first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: t('Desk.plan.confirm') }).click();
  await page.waitForURL((url) => url.pathname === `/dashboard/records/${ref}`);
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.schedule'));
}
