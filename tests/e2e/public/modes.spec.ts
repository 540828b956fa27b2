import type { Page } from '@playwright/test';
import { expect, test } from '#tests/e2e/support/test.ts';
import { PAGES } from './seeded.ts';

test('in forced colours every box that can be pressed or read as one keeps an edge @desktop', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  for (const path of PAGES) {
    await page.goto(path);
    const bare = await page.evaluate(() =>
      [...document.querySelectorAll('.button, .card, .panel, .status, .input, .notice, .chip')]
        .filter((element) => element.checkVisibility())
        .filter((element) => {
          const { borderBlockStartWidth, outlineWidth, outlineStyle } = getComputedStyle(element);
          return borderBlockStartWidth === '0px' && (outlineStyle === 'none' || outlineWidth === '0px');
        })
        .map((element) => element.className),
    );
    expect(bare, path).toEqual([]);
  }
});

test('where motion is not wanted nothing moves @desktop', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  for (const path of PAGES) {
    await page.goto(path);
    const moving = await page.evaluate(() =>
      document
        .getAnimations()
        .filter((animation) => animation.playState === 'running')
        .flatMap(({ effect }) => (effect instanceof KeyframeEffect ? effect.getKeyframes() : []))
        .flatMap((frame) => Object.keys(frame))
        .filter((name) => ['transform', 'translate', 'inset', 'strokeDashoffset', 'rotate', 'scale'].includes(name)),
    );
    expect(moving, path).toEqual([]);
  }
});

test('whoever goes by keyboard sees where the focus is, from the first link to the last @desktop', async ({ page }) => {
  for (const path of ['/', '/partnerships', '/partnerships/hamburg-busan', '/map']) {
    await page.goto(path);
    const count = await page.evaluate(
      () => document.querySelectorAll('a[href], button, input, select, summary').length,
    );
    const seen = new Set<string>();
    for (let step = 0; step < Math.min(count, 40); step += 1) {
      await page.keyboard.press('Tab');
      const { name, isSeen } = await focusOf(page);
      expect(isSeen, `${path}: the focus on ${name} is seen`).toBe(true);
      seen.add(name);
    }
    expect(seen.size, path).toBeGreaterThan(10);
  }
});

async function focusOf(page: Page): Promise<{ name: string; isSeen: boolean }> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null) return { name: 'nothing', isSeen: false };
    // The ring of a choice may be drawn by what stands around it, that of a card by what its link is stretched over.
    const styles = [element, element.parentElement ?? element].map((one) => getComputedStyle(one));
    const isRinged = [...styles, getComputedStyle(element, '::after')].some(
      ({ outlineStyle, outlineWidth, boxShadow }) =>
        (outlineStyle !== 'none' && outlineWidth !== '0px') || boxShadow !== 'none',
    );
    const name = `${element.tagName} ${element.textContent.trim().slice(0, 40)}`;
    return { name, isSeen: isRinged };
  });
}
