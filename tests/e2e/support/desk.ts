import { randomBytes } from 'node:crypto';
import { type Browser, expect, type Locator, type Page } from '@playwright/test';
import { DEFAULT_LOCALE, type Locale } from '#i18n/locales.ts';
import type { Role } from '#features/ledger/model.ts';
import { makePerson, type Person, signIn } from './sign-in.ts';
import { textsIn } from './texts.ts';

const t = textsIn('ar');

/** A word that no other journey uses. */
export function unique(word: string): string {
  return `${word} ${randomBytes(4).toString('hex')}`;
}

/** The part of the open form that stands under a heading, such as the parties or the sources. */
export function group(page: Page, name: string): Locator {
  return page.getByRole('group', { name: new RegExp(`^${name}`, 'u') });
}

/** Saves the open unit and waits until the page says so. */
export async function save(page: Page): Promise<void> {
  const before = page.url();
  await page.getByRole('button', { name: t('Desk.save'), exact: true }).click();
  await page.waitForURL((url) => url.href !== before && url.searchParams.get('done') === 'save');
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.save'));
}

/** Opens one unit of a record. */
export async function openUnit(page: Page, ref: string, unit: Locale | 'facts'): Promise<void> {
  await page.goto(`/dashboard/records/${ref}?unit=${unit}`);
  await expect(page.getByRole('button', { name: t('Desk.save'), exact: true })).toBeVisible();
}

/** Starts a record and answers its short name. */
export async function createRecord(
  page: Page,
  kind: 'partnership' | 'place' | 'story' | 'theme',
  title: string,
): Promise<string> {
  await page.goto(`/dashboard/new?kind=${kind}`);
  await page.getByLabel(labelOfTitle(kind)).fill(title);
  await page.getByRole('button', { name: t('Desk.newSubmit') }).click();
  await page.waitForURL(/\/dashboard\/records\/[A-Z]-\d+/u);
  return /[A-Z]-\d+/u.exec(page.url())?.[0] ?? '';
}

/** Somebody of a role, signed in, in a browser window of their own. */
export async function windowOf(
  browser: Browser,
  role: Role,
  { locale = DEFAULT_LOCALE, javaScriptEnabled = true }: { locale?: Locale; javaScriptEnabled?: boolean } = {},
): Promise<{ page: Page; person: Person }> {
  const person = await makePerson(role, locale);
  const context = await browser.newContext({ javaScriptEnabled });
  const page = await context.newPage();
  await signIn(page, person);
  return { page, person };
}

/** A rich text as markup; its editor has come by then. */
export async function showMarkup(page: Page, label: string): Promise<Locator> {
  await page
    .getByRole('button', { name: t('Desk.editor.tools.markup') })
    .first()
    .click();
  const area = page.locator('textarea').and(page.getByLabel(label));
  await expect(area).toBeVisible();
  return area;
}

/** The state that the tab of a unit shows. */
export function tabOf(page: Page, name: string): Locator {
  return page.getByRole('navigation', { name: t('Desk.tabs') }).getByRole('link', { name });
}

function labelOfTitle(kind: 'partnership' | 'place' | 'story' | 'theme'): string {
  return kind === 'place' || kind === 'theme' ? t('Fields.place_title') : t('Fields.title');
}
