import type { Page } from '@playwright/test';
import { LOCALES, localisePath, type Locale } from '#i18n/locales.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { PAGES } from './seeded.ts';

/** Pages of a language that are read from links; the seed has fewer, and a filled register is read in part. */
const PAGES_MAX = 60;

for (const locale of LOCALES) {
  test(`each page that links lead to is there, and every text on it says its language @desktop (${locale})`, async ({
    page,
  }) => {
    test.setTimeout(240_000);
    const titles = new Map<string, string>();
    const found: string[] = [];
    for await (const path of walk(page, locale)) {
      const title = await page.title();
      if (titles.has(title)) found.push(`${path}: the same title as ${titles.get(title) ?? ''}: ${title}`);
      titles.set(title, path);
      const heads = await page.locator('h1').count();
      if (heads !== 1) found.push(`${path}: ${String(heads)} first headings`);
      found.push(...(await faultsOf(page)).map((fault) => `${path}: ${fault}`));
    }
    expect(titles.size).toBeGreaterThanOrEqual(PAGES.length);
    expect(found).toEqual([]);
  });
}

for (const path of PAGES) {
  test(`Arabic and German are mirrored @desktop (${path})`, async ({ page }) => {
    await page.goto(localisePath('ar', path));
    const arabic = await boxesOf(page);
    await page.goto(localisePath('de', path));
    const german = await boxesOf(page);
    const { width } = page.viewportSize() ?? { width: 0 };
    expect(Object.keys(arabic)).toEqual(Object.keys(german));
    for (const [name, box] of Object.entries(arabic)) {
      const flipped = german[name];
      if (flipped === undefined) continue;
      // The side at which a part begins; its other side depends on how long its words are.
      expect(Math.abs(width - box.right - flipped.left), `${name} begins at the same distance`).toBeLessThanOrEqual(2);
    }
  });
}

/** Goes over the pages of a language from its first page, by links alone; addresses with a question are left out. */
async function* walk(page: Page, locale: Locale): AsyncGenerator<string> {
  const waiting = [localisePath(locale, '/')];
  const known = new Set(waiting);
  for (let count = 0; waiting.length > 0 && count < PAGES_MAX; count += 1) {
    const path = waiting.shift() ?? '/';
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(200);
    yield path;
    const links = await page.evaluate(() => [...document.links].map(({ href }) => href));
    for (const link of links) {
      const { origin, pathname, search } = new URL(link);
      if (origin !== new URL(page.url()).origin || search !== '' || !isPageIn(pathname, locale)) continue;
      if (known.has(pathname)) continue;
      known.add(pathname);
      waiting.push(pathname);
    }
  }
}

function isPageIn(path: string, locale: Locale): boolean {
  const [, first = '', second = ''] = path.split('/');
  const section = first === locale ? second : first;
  // Short addresses lead to pages that are visited anyway.
  if (path.includes('.') || ['api', 'r', 'sign-in', 'dashboard'].includes(section)) return false;
  return locale === 'ar' ? !['de', 'en'].includes(first) : first === locale;
}

/** Texts whose letters are not those of their language, Latin words that nothing isolates, and directions left to chance. */
async function faultsOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const SHARE = 0.8;
    const faults: string[] = [];
    for (const element of document.querySelectorAll('[dir=auto]')) faults.push(`dir=auto: ${element.outerHTML}`);
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      if (element.closest('script, style, svg defs') !== null) continue;
      const own = [...element.childNodes].filter((node) => node instanceof Text).map(({ data }) => data);
      const letters = [...own.join(' ')].filter((sign) => /\p{L}/u.test(sign));
      if (letters.length === 0) continue;
      const isArabic = /^(?:ar|fa|ur)/u.test(element.closest('[lang]')?.getAttribute('lang') ?? '');
      const isIsolated = element.closest('bdi, [dir=ltr]:not(html)') !== null;
      const fitting = letters.filter((sign) => /\p{sc=Arab}/u.test(sign) === isArabic).length;
      const text = own.join(' ').trim().slice(0, 80);
      // A run of its own direction that names no language, such as a name as people write it, is code to a reader.
      const isRun = element.closest('bdi:not([lang])') !== null;
      // The name of a site is of no language; isolated it has to be nevertheless.
      const isSite = /^[\w-]+(?:\.[\w-]+)+$/u.test(text);
      if (!isRun && !isSite && fitting / letters.length < SHARE) faults.push(`not in its language: ${text}`);
      else if (isArabic && !isIsolated && letters.some((sign) => /\p{sc=Latn}/u.test(sign))) {
        faults.push(`Latin and not isolated: ${text}`);
      }
    }
    return faults;
  });
}

interface Box {
  left: number;
  right: number;
}

async function boxesOf(page: Page): Promise<Record<string, Box>> {
  return page.evaluate(() => {
    const parts: Record<string, string> = {
      header: 'header',
      wordmark: 'header .wordmark',
      main: 'main',
      heading: 'main h1',
      footer: 'footer',
      aside: 'main aside',
    };
    const boxes = Object.entries(parts).flatMap(([name, selector]): [string, Box][] => {
      const element = document.querySelector(selector);
      if (element === null) return [];
      const { left, right } = element.getBoundingClientRect();
      return [[name, { left, right }]];
    });
    return Object.fromEntries(boxes);
  });
}
