import { expect, test } from '#tests/e2e/support/test.ts';
import { PAGES } from './seeded.ts';

/** What a screen reader jumps between; texts of a day are left out, so that no day changes an outline. */
const OUTLINE = /^\s*- (?:banner|complementary|contentinfo|form|heading|list|main|navigation|region|search|table)\b/u;

for (const path of PAGES) {
  test(`the outline of a page is the one that was agreed @desktop (${path})`, async ({ page }) => {
    await page.goto(path);
    const whole = await page.locator('body').ariaSnapshot();
    const outline = whole
      .split('\n')
      .filter((line) => OUTLINE.test(line))
      .map((line) => line.replace(/:(?: .*)?$/u, ''));
    expect(`${outline.join('\n')}\n`).toMatchSnapshot(
      `${path === '/' ? 'home' : path.slice(1).replaceAll('/', '-')}.txt`,
    );
  });
}
