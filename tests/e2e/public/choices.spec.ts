import type { Page } from '@playwright/test';
import { t } from '#tests/e2e/support/texts.ts';
import { expect, test } from '#tests/e2e/support/test.ts';

const RECORD = '/partnerships/hamburg-busan';
const KEY = 'madinatan.choices';

test.describe('the choices of a reader', () => {
  test('the theme changes at once, stays for the next page and does not flash', async ({ page }) => {
    await page.goto('/');
    await openPanel(page);
    await choose(page, 'dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.addInitScript(() => {
      addEventListener('DOMContentLoaded', () => {
        document.documentElement.dataset['seenFirst'] = document.documentElement.dataset['theme'] ?? '';
      });
    });
    await page.goto(RECORD);
    await expect(page.locator('html')).toHaveAttribute('data-seen-first', 'dark');
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe('dark');
  });

  test('digits change and come back letter by letter, in this tab and the other', async ({ page, context }) => {
    await page.goto(RECORD);
    const before = await textOf(page);
    expect(before).toMatch(/\d{4}/u);
    const other = await context.newPage();
    await other.goto(RECORD);
    await openPanel(page);
    await choose(page, 'arab');
    const after = await textOf(page);
    expect(after).toMatch(/[٠-٩]{4}/u);
    expect(after, 'nothing but digits and their signs changes').toHaveLength(before.length);
    expect(await numbersLeft(page), 'only codes, addresses and Latin words keep theirs').toEqual([]);
    await expect.poll(() => textOf(other)).toBe(after);
    await choose(page, 'latn');
    expect(await textOf(page)).toBe(before);
    await expect.poll(() => textOf(other)).toBe(before);
  });

  test('lists are numbered in the same digits, and what has no numbers gets none', async ({ page }) => {
    await page.goto(RECORD);
    const before = await markersOf(page);
    expect(before, 'there are lists with numbers and without').toEqual(
      expect.arrayContaining(['none', 'counter(source)']),
    );
    await openPanel(page);
    await choose(page, 'arab');
    const arabic: Record<string, string> = {
      decimal: 'arabic-indic',
      'counter(source)': 'counter(source, arabic-indic)',
    };
    expect(await markersOf(page)).toEqual(before.map((marker) => arabic[marker] ?? marker));
  });

  test('each choice of display is seen below its name, by itself', async ({ page }) => {
    await page.goto('/');
    await openPanel(page);
    const groups = page.locator('form[data-choices] fieldset');
    for (const group of await groups.all()) {
      const name = await group.locator('legend').boundingBox();
      for (const label of await group.locator('label').all()) {
        const box = await label.boundingBox();
        expect(box?.width, 'it has room for its words').toBeGreaterThan(48);
        expect(box?.y).toBeGreaterThanOrEqual((name?.y ?? Infinity) + (name?.height ?? Infinity) - 1);
      }
    }
  });

  test('the other calendar stands beside dates and goes again', async ({ page }) => {
    await page.goto(RECORD);
    const before = await textOf(page);
    await openPanel(page);
    await choose(page, 'both');
    const notes = page.locator('main time + [data-hijri]');
    await expect(notes.first()).toContainText('هـ');
    await choose(page, 'gregory');
    await expect(notes).toHaveCount(0);
    expect(await textOf(page)).toBe(before);
  });

  test('the light version loads no font and no picture', async ({ page }) => {
    await page.addInitScript((key) => localStorage.setItem(key, '{"light":"on"}'), KEY);
    const loaded: string[] = [];
    page.on('request', (request) => {
      if (['font', 'image'].includes(request.resourceType())) loaded.push(request.url());
    });
    await page.goto(RECORD, { waitUntil: 'networkidle' });
    await expect(page.locator('html')).toHaveAttribute('data-light', '');
    expect(loaded.filter((url) => !url.includes('/icon'))).toEqual([]);
  });

  for (const stored of ['{', 'null', '{"theme":{"a":1},"digits":"<img>"}', 'x'.repeat(10_000)]) {
    test(`what is stored by others is no choice (${stored.slice(0, 20)})`, async ({ page }) => {
      await page.addInitScript(([key, value]) => localStorage.setItem(key, value), [KEY, stored] as const);
      await page.goto('/');
      await expect(page.locator('html')).not.toHaveAttribute('data-theme');
      await expect(page.locator('html')).toHaveAttribute('data-digits', 'latn');
    });
  }

  test('a browser that keeps nothing obeys for this page', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(globalThis, 'localStorage', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
    });
    await page.goto('/');
    await openPanel(page);
    await choose(page, 'dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});

test.describe('a reader of German', () => {
  test.use({ locale: 'de-AT' });

  test('is told that the page is there in German, and not again after hiding it', async ({ page }) => {
    await page.goto(RECORD);
    const offer = page.getByRole('region', { name: t('de', 'Choices.offer') });
    await expect(offer.getByRole('link')).toHaveAttribute('href', `/de${RECORD}`);
    await offer.getByRole('button', { name: t('de', 'Choices.offerEnd') }).click();
    await expect(offer).toBeHidden();
    await page.goto('/');
    await expect(page.locator('html')).toHaveAttribute('data-digits', 'latn');
    await expect(offer).toBeHidden();
  });
});

test.describe('without script', () => {
  test.use({ javaScriptEnabled: false });

  test('nothing that could not work is seen', async ({ page }) => {
    await page.goto('/');
    await expect(page.getByRole('button', { name: t('ar', 'Choices.title') })).toHaveCount(0);
    await expect(page.getByRole('radio')).toHaveCount(0);
  });
});

async function openPanel(page: Page): Promise<void> {
  const button = page.getByRole('button', { name: t('ar', 'Choices.title') });
  if (!(await button.isVisible())) await page.getByText(t('ar', 'Navigation.menu')).first().click();
  await button.click();
}

/** Keeps the panel open. */
async function choose(page: Page, value: string): Promise<void> {
  await page.locator(`form[data-choices] input[value="${value}"]`).check();
}

/** All texts but those of the panel. */
async function textOf(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector('main')?.textContent ?? '');
}

/** How each list with an order marks its entries, and each source its number. */
async function markersOf(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const lists = [...document.querySelectorAll('main ol')].map((list) => getComputedStyle(list).listStyleType);
    const numbers = [...document.querySelectorAll('.sources > li')].map(
      (li) => getComputedStyle(li, '::before').content,
    );
    return [...lists, ...numbers];
  });
}

/** Numbers in Latin digits that stand in Arabic text and are seen. */
async function numbersLeft(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.querySelector('main') ?? document.body, NodeFilter.SHOW_TEXT);
    const left: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      const text = node.textContent ?? '';
      const language = parent?.closest('[lang]')?.getAttribute('lang') ?? '';
      const run = parent?.closest('bdi')?.textContent ?? '';
      if (!language.startsWith('ar') || /\p{sc=Latn}/u.test(run) || parent?.closest('code, option, script') != null)
        continue;
      left.push(...text.split(/\s+/u).filter((word) => /^\d[\d,.]*$/u.test(word)));
    }
    return left;
  });
}
