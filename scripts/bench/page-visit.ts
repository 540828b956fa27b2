import { chromium, type Browser, type Page } from '@playwright/test';
import { lookBack, type PageSight, type PageWeight, weigh } from '#tests/e2e/support/page-weight.ts';
import { browserArguments, findBrowser } from '#tests/e2e/support/browser.ts';
import type { Lifetime } from '#scripts/up/lifetime.ts';

/** One cold visit. */
export type ColdVisit = PageWeight & PageSight;

/** A phone of the middle class on a slow mobile network. */
const NETWORK = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER_CPU = 4;
const PHONE = { width: 390, height: 844 };

/** A browser that ends with the command. */
export async function openBrowser({ atEnd }: Lifetime): Promise<Browser> {
  const executablePath = findBrowser();
  const options = { args: browserArguments(), ...(executablePath === null ? {} : { executablePath }) };
  const browser = await chromium.launch(options);
  atEnd({ stop: async () => browser.close() });
  return browser;
}

/** Opens an address on the phone, in a browser that has never been there. */
export async function visitCold(browser: Browser, url: string): Promise<ColdVisit> {
  const phone = { viewport: PHONE, hasTouch: true, isMobile: true, deviceScaleFactor: 3, locale: 'ar' };
  const context = await browser.newContext(phone);
  try {
    const page = await context.newPage();
    await slowDown(page);
    const weight = await weigh(page, url);
    return { ...weight, ...(await lookBack(page)) };
  } finally {
    await context.close();
  }
}

/** What a page says and nothing else: no style, picture, script or attribute but the language. */
export function bareDocument(html: string): string {
  const [, language = ''] = /<html([^>]*)>/u.exec(html) ?? [];
  const [, title = ''] = /<title>([^<]*)<\/title>/u.exec(html) ?? [];
  const [, body = ''] = /<body[^>]*>([\s\S]*)<\/body>/u.exec(html) ?? [];
  const text = body
    .replaceAll(/<(script|style|svg|template|dialog|picture)\b[\s\S]*?<\/\1>|<(?:img|link|meta|input)\b[^>]*>/gu, '')
    .replaceAll(/<(\/?[a-z][a-z0-9]*)\b[^>]*>/gu, '<$1>');
  return `<!DOCTYPE html><html${language}><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,"></head><body>${text}</body></html>`;
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', NETWORK);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER_CPU });
}
