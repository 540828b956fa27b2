import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Fails where axe finds letters that are too faint on what they stand on: all that a theme can change. */
export async function expectContrast(page: Page): Promise<void> {
  const { violations } = await axeOn(page).withRules(['color-contrast', 'link-in-text-block']).analyze();
  expect(wordsOf(violations), `axe on ${page.url()}`).toEqual([]);
}

/** As `expectAccessible`, but for what no language changes: colours, which the pages in Arabic are looked at for. */
export async function expectAccessibleWords(page: Page): Promise<void> {
  await expectAccessible(page, ['color-contrast']);
}

/**
 * Fails where axe finds anything against WCAG 2.2 AA or its own good practice on the page as it stands now.
 *
 * @param except - rules that the page breaks on purpose; the test says why
 */
export async function expectAccessible(page: Page, except: string[] = []): Promise<void> {
  // From its top: a bar that stays in sight covers a part of whatever happens to lie under it.
  await page.evaluate(() => window.scrollTo(0, 0));
  const { violations } = await axeOn(page).withTags(TAGS).disableRules(except).analyze();
  expect(wordsOf(violations), `axe on ${page.url()}`).toEqual([]);
}

/**
 * What stands in frames is a page of its own and looked at as one; naming what is in order as well would take three times as
 * long.
 */
function axeOn(page: Page): AxeBuilder {
  return new AxeBuilder({ page })
    .exclude('iframe')
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] });
}

function wordsOf(violations: Awaited<ReturnType<AxeBuilder['analyze']>>['violations']): string[] {
  return violations.map(({ id, help, nodes }) => {
    return `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`;
  });
}
