import type { Page } from '@playwright/test';
import { expectAccessible } from '../support/accessible.ts';
import { createNoise, type Noise } from '../support/noise.ts';
import { expect, test } from '../support/test.ts';
import { t } from '../support/texts.ts';

/** That the gates of all other tests bite. */
const UNKNOWN = '/planted/unknown/address';
const PLANTED: { name: string; plant: (page: Page) => Promise<unknown>; complaint: RegExp }[] = [
  {
    name: 'an error on the console',
    plant: (page) => page.setContent('<script>console.error("planted")</script>'),
    complaint: /^console: planted/u,
  },
  {
    name: 'an error that nobody catches',
    plant: (page) => page.setContent('<script>throw new Error("planted")</script>'),
    complaint: /^error: planted/u,
  },
  {
    name: 'a request that fails',
    plant: async (page) => {
      const failed = page.waitForEvent('requestfailed');
      await page.setContent('<img alt="" src="http://localhost:1/planted">');
      await failed;
    },
    complaint: /^request: net::\w+ \(http:\/\/localhost:1\/planted\)/u,
  },
  {
    name: 'an answer with a status of refusal',
    plant: (page) => page.goto(UNKNOWN),
    complaint: /^GET answered 404 \(.*planted\/unknown\/address\)/u,
  },
];

test.describe('the browser is heard @desktop', () => {
  let noise: Noise;
  let page: Page;

  // A context that the fixture does not watch, so that the complaints do not fail this test as well.
  test.beforeEach(async ({ browser }) => {
    const context = await browser.newContext();
    noise = createNoise();
    noise.watch(context);
    page = await context.newPage();
  });

  for (const { name, plant, complaint } of PLANTED) {
    test(`with ${name}`, async () => {
      await plant(page);
      await expect.poll(() => noise.complaints()).toEqual([expect.stringMatching(complaint)]);
    });
  }

  test('but not with a note on the console, nor with a status that was announced', async () => {
    noise.allow(404, UNKNOWN);
    await page.goto(UNKNOWN);
    await page.evaluate('console.log("a note")');
    expect(noise.complaints()).toEqual([]);
  });

  test('with another status than the announced one', async () => {
    noise.allow(410, UNKNOWN);
    await page.goto(UNKNOWN);
    expect(noise.complaints()).toHaveLength(1);
  });
});

test.fail('a complaint fails the test @desktop', async ({ page }) => {
  await page.goto(UNKNOWN);
});

test.fail('what axe finds fails the test @desktop', async ({ page }) => {
  await page.setContent('<img src="data:,">');
  await expectAccessible(page);
});

test('texts are read from the catalogues @desktop', () => {
  expect(t('ar', 'Common.siteName')).toBe('مدينتان');
  expect(() => t('de', 'Common.nowhere' as never)).toThrow(/MISSING_MESSAGE/u);
});
