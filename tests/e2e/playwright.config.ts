import { defineConfig } from '@playwright/test';
import { env } from '#platform/env.ts';
import { browserArguments, findBrowser } from './support/browser.ts';

const { CI, PORT } = env();
const executablePath = findBrowser();

const DESKTOP = { width: 1280, height: 800 };
const FIRST_VISIT = 'accounts/set-up.spec.ts';

/** Against the site that runs on PORT: `npm test` starts one of its own, `npm run up` will do while writing tests. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/e2e',
  // One for all machines: what is compared is words, not pictures.
  snapshotPathTemplate: '{testFileDir}/outlines/{arg}{ext}',
  forbidOnly: CI !== undefined,
  retries: 0,
  workers: 2,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../../test-results/browser.json' }]],
  use: {
    baseURL: `http://localhost:${String(PORT)}`,
    locale: 'ar',
    timezoneId: 'Europe/Berlin',
    colorScheme: 'light',
    screenshot: 'only-on-failure',
    // Written for everything that happens, and looked at by people only.
    trace: CI === undefined ? 'retain-on-failure' : 'off',
    launchOptions: {
      args: browserArguments(),
      ...(executablePath === null ? {} : { executablePath }),
    },
  },
  projects: [
    {
      // Needs a site without an administrator, so `npm test` runs it before all others, and on its own.
      name: 'first-visit',
      testMatch: FIRST_VISIT,
      use: { viewport: DESKTOP },
    },
    { name: 'desktop', testIgnore: FIRST_VISIT, use: { viewport: DESKTOP } },
    {
      // What makes sense on a wide screen alone is tagged `@desktop`.
      name: 'phone',
      testIgnore: FIRST_VISIT,
      grepInvert: /@desktop/u,
      // A phone has three pixels for one; drawn without a graphics card they cost time and change no layout.
      use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true },
    },
  ],
});
