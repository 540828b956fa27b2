import type { Page } from '@playwright/test';
import { DEFAULT_LOCALE, DIRECTION, LOCALES, localisePath } from '#i18n/locales.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { PAGES } from './seeded.ts';

for (const locale of LOCALES) {
  // Where a line breaks changes nothing about the order within it; on the phone the first language stands for all.
  const widths = locale === DEFAULT_LOCALE ? '' : ' @desktop';
  test(`words stand in the order of their line, by where their letters are drawn${widths} (${locale})`, async ({
    page,
  }) => {
    test.setTimeout(120_000);
    const found: string[] = [];
    let compared = 0;
    for (const path of PAGES) {
      await page.goto(localisePath(locale, path));
      const { pairs, faults } = await readOrder(page);
      compared += pairs;
      found.push(...faults.map((fault) => `${path}: ${fault}`));
    }
    expect(compared).toBeGreaterThan(1000);
    expect(found).toEqual([]);
  });
}

/** What plain text does to a reader, so that the test above is known to see it. */
test('a year behind an Arabic name in plain German text is seen to stand wrong @desktop', async ({ page }) => {
  await page.goto('/de');
  await page.evaluate(() => {
    const main = document.querySelector('main');
    if (main === null) throw new Error('there is no main part');
    const line = document.createElement('p');
    line.append('Partnerschaft mit بوسان 2023 begonnen');
    main.replaceChildren(line);
  });
  const { faults } = await readOrder(page);
  expect(faults).toContainEqual(expect.stringContaining('بوسان 2023'));
});

for (const locale of LOCALES) {
  test(`texts half as long again stay in the window (${locale})`, async ({ page }) => {
    test.setTimeout(120_000);
    for (const path of PAGES) {
      await page.goto(localisePath(locale, path));
      await lengthen(page, DIRECTION[locale]);
      const [content, view] = await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.clientWidth,
      ]);
      expect(content, path).toBe(view);
    }
  });
}

/**
 * Compares neighbouring words that are drawn on one line: the later one has to stand further along the line. Within a Latin
 * run of Arabic text, and only there, it is the other way round.
 */
async function readOrder(page: Page): Promise<{ pairs: number; faults: string[] }> {
  return page.evaluate(() => {
    interface Word {
      text: string;
      node: Text;
      block: Element;
      isArabic: boolean;
      box: DOMRect;
    }
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words: Word[] = [];
    const blockOf = (from: Element): Element => {
      let element = from;
      while (getComputedStyle(element).display.startsWith('inline') && element.parentElement !== null) {
        element = element.parentElement;
      }
      return element;
    };
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (!(node instanceof Text) || element === null || element.closest('svg, script, style, .sr-only') !== null)
        continue;
      if (!element.checkVisibility({ visibilityProperty: true })) continue;
      for (const { index, 0: text } of node.data.matchAll(/\S+/gu)) {
        if (!/[\p{L}\p{N}]/u.test(text)) continue;
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        const boxes = range.getClientRects();
        const [box] = boxes;
        // A word that is broken over two lines has no one place.
        if (box === undefined || boxes.length > 1 || box.width === 0) continue;
        words.push({ text, node, block: blockOf(element), isArabic: /\p{sc=Arab}/u.test(text), box });
      }
    }
    const faults: string[] = [];
    let pairs = 0;
    for (const [at, later] of words.entries()) {
      const first = words[at - 1];
      if (first === undefined || first.block !== later.block) continue;
      // Lines of large letters overlap; their middles do not.
      const drop = later.box.y + later.box.height / 2 - (first.box.y + first.box.height / 2);
      const isSameLine = Math.abs(drop) < Math.min(first.box.height, later.box.height) / 4;
      if (!isSameLine) continue;
      pairs += 1;
      const isRtl = getComputedStyle(later.block).direction === 'rtl';
      // Two words of one text in the other script are a run of their own.
      const isOwnRun = first.node === later.node && first.isArabic === later.isArabic && first.isArabic !== isRtl;
      const step = later.box.x + later.box.width / 2 - (first.box.x + first.box.width / 2);
      const isForward = (isRtl ? -step : step) > 0;
      if (isForward === isOwnRun) faults.push(`${first.text} ${later.text}: ${later.node.data.trim().slice(0, 60)}`);
    }
    return { pairs, faults };
  });
}

/** Half of each text once more, as a translation into a longer language would be. */
async function lengthen(page: Page, direction: 'ltr' | 'rtl'): Promise<void> {
  await page.evaluate((way) => {
    const filling = way === 'rtl' ? ' كلمات ' : ' Wörter ';
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (
        node instanceof Text &&
        node.data.trim().length > 1 &&
        node.parentElement?.closest('script, style') === null
      ) {
        texts.push(node);
      }
    }
    for (const text of texts) {
      text.data += filling.repeat(Math.ceil(text.data.trim().length / 2 / filling.length));
    }
  }, direction);
}
