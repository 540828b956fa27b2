import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '#tests/support/ask.ts';
import { page, type Route } from '#tests/support/fake-framework.ts';
import { type RunningEdge, startRunningEdge, until } from '#tests/support/running-edge.ts';

const CSS = '/_next/static/css/a.css';
const FONT = '/_next/static/media/a.woff2';
const SCRIPT = '/client/own.a1b2.js';
const ICON = '/icon.svg';
const LETTERS = randomBytes(5000);

let edge: RunningEdge;

beforeEach(async () => {
  edge = await startRunningEdge();
  const { routes } = edge.framework;
  routes.set(CSS, file('text/css; charset=UTF-8', `@font-face{src:url(../media/a.woff2)}${'p{margin:0}'.repeat(100)}`));
  routes.set(FONT, file('font/woff2', LETTERS));
  routes.set(SCRIPT, file('application/javascript; charset=UTF-8', 'go()'));
  routes.set(ICON, file('image/svg+xml', '<svg/>', 'public, max-age=0, must-revalidate'));
  routes.set(
    '/',
    page(
      `<link rel="stylesheet" href="${CSS}"/><script data-keep="" src="${SCRIPT}"></script><link rel="icon" href="${ICON}?v=1"/>`,
      'home',
    ),
  );
});

afterEach(async () => {
  await edge.close();
});

function file(type: string, body: string | Buffer, cache = 'public, max-age=31536000, immutable'): Route {
  return (response) => response.writeHead(200, { 'content-type': type, 'cache-control': cache }).end(body);
}

async function allFilesKept(): Promise<void> {
  await ask(edge.port, '/');
  for (const path of [CSS, FONT, SCRIPT, ICON]) await until(() => expect(edge.framework.countOf(path), path).toBe(1));
}

describe('the files of a page', () => {
  it('are fetched with it, those of its style sheets as well, and once', async () => {
    await allFilesKept();
    for (const path of [CSS, FONT, SCRIPT]) {
      const { status, headers } = await ask(edge.port, path);
      expect(status).toBe(200);
      expect(headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'accept-ranges': 'bytes',
      });
    }
    expect((await ask(edge.port, FONT)).body.equals(LETTERS)).toBe(true);
    expect((await ask(edge.port, `${ICON}?v=1`)).headers['content-type']).toBe('image/svg+xml');
    for (const path of [CSS, FONT, SCRIPT, ICON]) expect(edge.framework.countOf(path)).toBe(1);
  });

  it('that could not be had with it are fetched until they are there', async () => {
    const css = edge.framework.routes.get(CSS);
    edge.framework.routes.set(CSS, (response) => response.writeHead(500).end());
    await ask(edge.port, '/');
    await until(() => expect(edge.framework.countOf(CSS)).toBeGreaterThan(1));
    if (css !== undefined) edge.framework.routes.set(CSS, css);
    await until(() => expect(edge.framework.countOf(FONT)).toBe(1));
    await edge.framework.stop();
    expect((await ask(edge.port, CSS)).status).toBe(200);
  });

  it('travel in the coding that the reader takes', async () => {
    await allFilesKept();
    for (const coding of ['br', 'gzip']) {
      const { headers } = await ask(edge.port, CSS, { headers: { 'accept-encoding': coding } });
      expect(headers).toMatchObject({ 'content-encoding': coding, vary: 'accept-encoding' });
    }
    expect((await ask(edge.port, FONT, { headers: { 'accept-encoding': 'br' } })).headers).not.toHaveProperty(
      'content-encoding',
    );
  });

  it('stay when another build comes that does not have them', async () => {
    await allFilesKept();
    edge.framework.routes.delete(CSS);
    edge.framework.build = { build: 'two', render: 'word-of-two' };
    await edge.framework.stop();
    edge.mark('home');
    await edge.framework.start();
    await until(() => expect(edge.framework.countOf('/')).toBeGreaterThan(1));
    await until(() => expect(edge.framework.countOf(ICON)).toBeGreaterThan(1));
    expect((await ask(edge.port, CSS)).status).toBe(200);
    expect(edge.framework.countOf(CSS)).toBe(1);
  });

  it('that are not there leave nothing behind and are no page', async () => {
    expect((await ask(edge.port, '/_next/static/none.js')).status).toBe(404);
    expect((await ask(edge.port, '/_next/static/none.js')).status).toBe(404);
    expect(edge.framework.countOf('/_next/static/none.js')).toBe(2);
  });
});

describe('a part of a file', () => {
  it('is what was asked for', async () => {
    const { status, headers, body } = await ask(edge.port, FONT, {
      headers: { range: 'bytes=100-199', 'accept-encoding': 'br' },
    });
    expect(status).toBe(206);
    expect(headers).toMatchObject({ 'content-range': 'bytes 100-199/5000', 'content-length': '100' });
    expect(body.equals(LETTERS.subarray(100, 200))).toBe(true);
  });

  it('of a file that travels coded is a part of the file itself, and says that others get others', async () => {
    const { headers, text } = await ask(edge.port, CSS, { headers: { range: 'bytes=0-9', 'accept-encoding': 'br' } });
    expect(text).toBe('@font-face');
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers).toMatchObject({ vary: 'accept-encoding' });
  });

  it('beyond its end is refused with its length', async () => {
    const { status, headers, text } = await ask(edge.port, FONT, { headers: { range: 'bytes=5000-' } });
    expect({ status, text, range: headers['content-range'] }).toEqual({ status: 416, text: '', range: 'bytes */5000' });
  });

  it('is the whole where the reader has the beginning of another version, or asks for the head alone', async () => {
    const { headers } = await ask(edge.port, FONT);
    const range = 'bytes=0-9';
    const ofThis = await ask(edge.port, FONT, { headers: { range, 'if-range': headers.etag } });
    expect(ofThis.status).toBe(206);
    for (const ifRange of ['"other"', `W/${String(headers.etag)}`, new Date().toUTCString()]) {
      expect((await ask(edge.port, FONT, { headers: { range, 'if-range': ifRange } })).body).toHaveLength(5000);
    }
    const head = await ask(edge.port, FONT, { method: 'HEAD', headers: { range } });
    expect(head).toMatchObject({ status: 200, headers: { 'content-length': '5000' } });
  });

  it('of a page is the whole page', async () => {
    expect((await ask(edge.port, '/', { headers: { range: 'bytes=0-9' } })).status).toBe(200);
  });
});

describe('an edge that begins while nothing answers behind it', () => {
  it('gives all that was kept, its files as well, and the pages of problems', async () => {
    await allFilesKept();
    const before = await Promise.all(['/', CSS, FONT, SCRIPT, ICON].map(async (path) => ask(edge.port, path)));
    await edge.framework.stop();
    await edge.restart();
    const after = await Promise.all(['/', CSS, FONT, SCRIPT, ICON].map(async (path) => ask(edge.port, path)));
    expect(after.map(({ status, body, headers }) => ({ status, body, etag: headers.etag }))).toEqual(
      before.map(({ status, body, headers }) => ({ status, body, etag: headers.etag })),
    );
    const missing = await ask(edge.port, '/en/new');
    expect(missing.status).toBe(503);
    expect(missing.text).toContain('en-unavailable');
  });

  it('makes anew what was marked meanwhile, and only that', async () => {
    await allFilesKept();
    edge.framework.routes.set('/other', page('other', 'other'));
    await ask(edge.port, '/other');
    await edge.framework.stop();
    await edge.restart();
    await ask(edge.port, '/');
    edge.mark('home');
    edge.framework.routes.set('/', page('new', 'home'));
    await edge.framework.start();
    await until(async () => expect((await ask(edge.port, '/')).text).toContain('new'));
    expect(edge.framework.countOf('/other')).toBe(1);
  });

  it('has words of its own where nothing was ever kept', async () => {
    const empty = await startRunningEdge({}, { isAway: true });
    try {
      const { status, text, headers } = await ask(empty.port, '/en/places');
      expect(status).toBe(503);
      expect(text).toContain('<html lang="en" dir="ltr">');
      expect(text).toContain('Failure');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect((await ask(empty.port, '/')).text).toContain('dir="rtl"');
    } finally {
      await empty.close();
    }
  });
});
