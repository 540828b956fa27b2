import type { Page } from '@playwright/test';

/** What is loaded, by what it is for. */
export type Kind = 'html' | 'css' | 'font' | 'script' | 'other';

/** What a page cost to open. */
export interface PageWeight {
  /** What came over the wire, coded as it came, with the heads of the answers. */
  bytes: Record<Kind, number>;
  /** The addresses of its fonts. */
  fonts: string[];
  /** Requests to anybody but the site. */
  elsewhere: string[];
}

/** How a page came into sight. */
export interface PageSight {
  /** How far what was seen already moved: cumulative layout shift. */
  shift: number;
  /** When the largest part was seen, in ms. */
  largestMs: number;
}

const KINDS: Record<string, Kind> = { Document: 'html', Stylesheet: 'css', Font: 'font', Script: 'script' };
const QUIET_MS = 300;

/** Opens an address in a page that has seen nothing yet, and weighs all that it loads. */
export async function weigh(page: Page, address: string): Promise<PageWeight> {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  const bytes: PageWeight['bytes'] = { html: 0, css: 0, font: 0, script: 0, other: 0 };
  const fonts: string[] = [];
  const elsewhere: string[] = [];
  const kinds = new Map<string, Kind>();
  session.on('Network.responseReceived', ({ requestId, response, type }) => {
    const kind = KINDS[type] ?? 'other';
    kinds.set(requestId, kind);
    if (kind === 'font') fonts.push(response.url);
  });
  session.on('Network.loadingFinished', ({ encodedDataLength, requestId }) => {
    bytes[kinds.get(requestId) ?? 'other'] += encodedDataLength;
  });
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^https?:$/u.test(url.protocol) && url.origin !== new URL(page.url()).origin) elsewhere.push(url.href);
  });
  await page.goto(address);
  // What scripts and style sheets ask for after that comes within a moment, and the fonts say when they are there.
  await page.evaluate(async (quietMs) => {
    await document.fonts.ready;
    await new Promise((resolve) => {
      setTimeout(resolve, quietMs);
    });
    await document.fonts.ready;
  }, QUIET_MS);
  await session.detach();
  const { origin } = new URL(page.url());
  return { bytes, fonts, elsewhere: elsewhere.filter((url) => new URL(url).origin !== origin) };
}

/** What the browser itself noted about the page that stands in it. */
export async function lookBack(page: Page): Promise<PageSight> {
  const shifts = await notesOf(page, 'layout-shift');
  const largest = await notesOf(page, 'largest-contentful-paint');
  return {
    shift: shifts.reduce((sum, { value }) => sum + value, 0),
    largestMs: largest.at(-1)?.startTime ?? Number.NaN,
  };
}

/** No function in it has a name: some loaders would give it a helper that the browser has not. */
async function notesOf(page: Page, type: string): Promise<{ startTime: number; value: number }[]> {
  return page.evaluate(
    async ([wanted, quietMs]) =>
      new Promise((resolve) => {
        const found: { startTime: number; value: number }[] = [];
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) {
            const value = 'value' in entry && typeof entry.value === 'number' ? entry.value : 0;
            found.push({ startTime: entry.startTime, value });
          }
        }).observe({ type: wanted, buffered: true });
        setTimeout(() => resolve(found), quietMs);
      }),
    [type, QUIET_MS] as const,
  );
}
