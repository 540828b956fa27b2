import { createServer, type ServerResponse } from 'node:http';
import type { Lifetime } from '#scripts/up/lifetime.ts';

/** What stands in for Next where a register of any size is needed. */
export interface FakeNext {
  url: string;
  pathOf: (n: number) => string;
  /** How many pages were made. */
  made: () => number;
}

const ADDRESSES_AT_ONCE = 1000;
const PAGE_BYTES = 30_000;
const WORDS =
  'تتعاون المدينتان في النقل والطاقة والمياه والتعليم وتتبادلان الخبراء والطلاب وتنظمان لقاءات سنوية بين الإدارتين والمرفأ والجامعة'.split(
    ' ',
  );

/** Listens as Next does and makes pages of a usual size; the same number gives the same page. */
export async function startFakeNext(pages: number, { atEnd }: Lifetime): Promise<FakeNext> {
  let made = 0;
  const server = createServer(({ url = '/' }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    if (pathname === '/internal/build') sendJson(response, { build: 'measured', render: 'measured' });
    else if (pathname === '/internal/address') {
      sendJson(response, { answers: searchParams.getAll('path').map(() => ({ state: 'live' })) });
    } else if (pathname === '/internal/addresses') sendJson(response, listAddresses(pages, searchParams.get('after')));
    else if (pathname.startsWith('/api/')) sendJson(response, { status: 'ready' });
    else {
      made += 1;
      sendPage(response, pathname);
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  atEnd({
    stop: async () => {
      server.closeAllConnections();
      server.close();
    },
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return { url: `http://127.0.0.1:${String(address.port)}`, pathOf, made: () => made };
}

function pathOf(n: number): string {
  return `/partnerships/generated-partnership-${String(n)}`;
}

function listAddresses(pages: number, after: string | null) {
  const from = after === null ? 0 : Number(after);
  const next = from + ADDRESSES_AT_ONCE;
  const count = Math.min(ADDRESSES_AT_ONCE, pages - from);
  const paths = Array.from({ length: Math.max(0, count) }, (_, index) => pathOf(from + index));
  return { paths, next: next < pages ? String(next) : null, at: Date.now() };
}

function sendJson(response: ServerResponse, said: object): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(said));
}

function sendPage(response: ServerResponse, path: string): void {
  const number = Number(/\d+$/u.exec(path)?.[0] ?? 0);
  const tags = [`record:${uuidOf(number)}`, `record:${uuidOf(number % 900)}`];
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 's-maxage=31536000',
    'x-nextjs-cache': 'MISS',
  });
  response.end(
    `<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charSet="utf-8"/><title>${path}</title></head>` +
      `<body><meta content="${tags.join(' ')}" name="page-tags"/><main>${text(number)}</main></body></html>`,
  );
}

function uuidOf(number: number): string {
  return `019f0000-0000-7000-8000-${String(number).padStart(12, '0')}`;
}

/** Paragraphs that compress about as well as a page of the register does. */
function text(seed: number): string {
  let state = seed + 1;
  let written = '';
  let bytes = 0;
  while (bytes < PAGE_BYTES) {
    const words = Array.from({ length: 40 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
      return WORDS[(state >> 8) % WORDS.length] ?? '';
    });
    const paragraph = `<section class="page-section"><h2>${words.slice(0, 4).join(' ')}</h2><p>${words.join(' ')}</p></section>`;
    written += paragraph;
    bytes += Buffer.byteLength(paragraph);
  }
  return written;
}
