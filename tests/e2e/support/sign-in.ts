import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import type { Role } from '#features/ledger/model.ts';
import { DEFAULT_LOCALE, type Locale, localisePath } from '#i18n/locales.ts';
import { childEnvironment } from '#platform/env.ts';
import { createAccount } from '#scripts/admin/accounts.ts';
import { textsIn } from './texts.ts';

/** Somebody who can sign in. */
export interface Person {
  email: string;
  name: string;
  password: string;
}

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * Runs `npm run admin` on the database of the running site.
 *
 * @returns what it printed
 * @throws Error with what it said, where it refused
 */
export async function runAdmin(args: readonly string[], input = ''): Promise<string> {
  const child = spawn(process.execPath, ['--conditions=react-server', '--import', 'tsx', 'scripts/admin.ts', ...args], {
    cwd: ROOT,
    env: childEnvironment({}),
  });
  child.stdin.end(input);
  const exit = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [said, complained, code] = await Promise.all([text(child.stdout), text(child.stderr), exit]);
  if (code !== 0) throw new Error(`npm run admin -- ${args.join(' ')} ended with ${String(code)}: ${complained}`);
  return said.trim();
}

/** Makes an account of its own for one journey, so that journeys do not disturb each other. */
export async function makePerson(role: Role, locale: Locale = DEFAULT_LOCALE): Promise<Person> {
  const email = `${role}-${randomBytes(5).toString('hex')}@example.org`;
  const person = { email, name: 'سلمى حداد', password: 'rain over an old harbour' };
  // What the command line does, without a process for each: there are hundreds of people in a run.
  await createAccount({ email, roles: [role], locale, name: person.name }, person.password);
  return person;
}

/** Signs in through the form and waits for the page that was asked for. */
export async function signIn(
  page: Page,
  { email, password }: Pick<Person, 'email' | 'password'>,
  { locale = DEFAULT_LOCALE, path = '/dashboard' }: { locale?: Locale; path?: string } = {},
): Promise<void> {
  const target = localisePath(locale, path);
  await page.goto(`${localisePath(locale, '/sign-in')}?next=${encodeURIComponent(target)}`);
  await fillSignIn(page, { email, password }, locale);
  await page.waitForURL((url) => `${url.pathname}${url.search}` === target);
}

/** Fills in the sign-in form of the open page and sends it. */
export async function fillSignIn(
  page: Page,
  { email, password }: Pick<Person, 'email' | 'password'>,
  locale: Locale = DEFAULT_LOCALE,
): Promise<void> {
  const t = textsIn(locale);
  await page.getByLabel(t('Accounts.email')).fill(email);
  await page.getByLabel(t('Accounts.password'), { exact: true }).fill(password);
  await page.getByRole('button', { name: t('SignIn.submit') }).click();
}

/** Signs out from any page of the desk, through the menu of the person. */
export async function signOut(page: Page, locale: Locale = DEFAULT_LOCALE): Promise<void> {
  const t = textsIn(locale);
  await page.getByRole('button', { name: t('Desk.account') }).click();
  await page.getByRole('button', { name: t('Accounts.signOut') }).click();
  await page.waitForURL(localisePath(locale, '/sign-in'));
}
