import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '#tests/support/ask.ts';
import { page, pageOf } from '#tests/support/fake-framework.ts';
import { accountOf, type RunningEdge, startRunningEdge, until } from '#tests/support/running-edge.ts';

let edge: RunningEdge;

beforeEach(async () => {
  edge = await startRunningEdge();
});

afterEach(async () => {
  await edge.close();
});

const PLACE = '/places/hamburg';

function show(text: string, tags = 'place:1', path = PLACE): void {
  edge.framework.routes.set(path, page(text, tags));
}

async function textAt(path = PLACE): Promise<string | undefined> {
  const { text } = await ask(edge.port, path);
  return /<p>(.*)<\/p>/u.exec(text)?.[1];
}

function filesKept(): number {
  return readdirSync(edge.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}

describe('an address without a page', () => {
  it('that is unknown costs a look into the register and leaves nothing behind', async () => {
    await until(() => expect(filesKept()).toBe(edge.framework.routes.size));
    const before = filesKept();
    for (let at = 0; at < 30; at += 1) {
      const { status, text, headers } = await ask(edge.port, `/places/none-${String(at)}`);
      expect(status).toBe(404);
      expect(text).toContain('ar-unknown');
      expect(headers['cache-control']).toBe('no-store');
      expect(headers).not.toHaveProperty('etag');
    }
    expect(edge.framework.asked.filter(({ path }) => path.includes('none-'))).toEqual([]);
    await edge.stop();
    expect(filesKept()).toBe(before);
  });

  it('that is gone or unknown is shown in the language of the register', async () => {
    edge.framework.fates.set('/en/places/x', { state: 'gone', locale: 'en' });
    edge.framework.fates.set('/places/y', { state: 'unknown', locale: 'en' });
    expect(await ask(edge.port, '/en/places/x')).toMatchObject({
      status: 410,
      text: pageOf('en-gone', '').replace(/<meta[^>]*>/u, ''),
    });
    expect(await ask(edge.port, '/places/y')).toMatchObject({
      status: 404,
      text: pageOf('en-unknown', '').replace(/<meta[^>]*>/u, ''),
    });
  });

  it('that has moved leads there, for who sends the query again', async () => {
    edge.framework.fates.set('/places/old', { state: 'moved', location: PLACE });
    expect(await ask(edge.port, '/places/old?a=1')).toMatchObject({ status: 308, headers: { location: PLACE } });
  });

  it('that ends with a slash leads to the one that does not', async () => {
    expect(await ask(edge.port, `${PLACE}/?a=1`)).toMatchObject({ status: 308, headers: { location: `${PLACE}?a=1` } });
    expect((await ask(edge.port, '//evil.example/')).status).toBe(400);
  });

  it('while nothing answers behind the edge is unavailable, and nothing else', async () => {
    await edge.framework.stop();
    const { status, text, headers } = await ask(edge.port, '/places/new');
    expect(status).toBe(503);
    expect(text).toContain('ar-unavailable');
    expect(headers['retry-after']).toBeDefined();
  });

  it.each([
    '/internal/build',
    '/internal/address?path=/',
    '/internal/problem/ar/gone',
    '/%69nternal/build',
    'http://localhost/internal/build',
  ])('that only the edge may ask stays hidden: %s', async (path) => {
    const before = edge.framework.heard.length;
    const { status, text } = await ask(edge.port, path, { headers: { 'x-internal-key': 'guess' } });
    expect([400, 404]).toContain(status);
    expect(text).not.toContain('word-of-one');
    expect(edge.framework.heard.slice(before).filter((heard) => heard.startsWith('/internal/build'))).toEqual([]);
  });

  it('that cannot be read is refused', async () => {
    for (const path of ['/a%2fb', '/%ff', '/../x', '/a//b', '*', 'http://evil.example/']) {
      expect(await ask(edge.port, path, { method: 'GET' }), path).toMatchObject({ status: 400 });
    }
  });
});

describe('an answer for one reader alone', () => {
  const html = pageOf('mine', 'place:1');
  it.each<[string, Record<string, string>, string]>([
    ['sets a cookie', { 'cache-control': 's-maxage=60', 'set-cookie': 'a=1' }, html],
    ['is private', { 'cache-control': 'private, s-maxage=60' }, html],
    ['is not to be stored', { 'cache-control': 'no-store' }, html],
    ['says nothing of it', {}, html],
    ['names no tag', { 'cache-control': 's-maxage=60' }, '<p>mine</p>'],
  ])('is not kept: it %s', async (_name, headers, body) => {
    edge.framework.routes.set(PLACE, (response) =>
      response.writeHead(200, { 'content-type': 'text/html', ...headers }).end(body),
    );
    const before = await accountOf(edge.port);
    const first = await ask(edge.port, PLACE);
    expect(first).toMatchObject({ status: 200, headers: { 'cache-control': 'private, no-store' } });
    expect(first.headers).not.toHaveProperty('set-cookie');
    show('other');
    expect(await textAt()).toBe('other');
    expect((await accountOf(edge.port))['pages']).toBe((before['pages'] ?? 0) + 1);
  });

  it.each<[string, Record<string, string>]>([
    ['sets a cookie', { 'set-cookie': 'a=1' }],
    ['is private', { 'cache-control': 'private' }],
    ['is not to be stored', { 'cache-control': 'no-store' }],
  ])('that leads elsewhere is not kept either: it %s', async (_name, headers) => {
    edge.framework.routes.set(PLACE, (response) =>
      response.writeHead(307, { location: '/mine', 'x-page-tags': 'place:1', ...headers }).end(),
    );
    expect(await ask(edge.port, PLACE)).toMatchObject({
      status: 307,
      headers: { location: '/mine', 'cache-control': 'private, no-store' },
    });
    await ask(edge.port, PLACE);
    expect(edge.framework.countOf(PLACE)).toBe(2);
  });

  it.each([500, 502, 503, 429])('is no page at all: %s', async (status) => {
    edge.framework.routes.set(PLACE, (response) =>
      response.writeHead(status, { 'cache-control': 's-maxage=60' }).end(html),
    );
    expect((await ask(edge.port, PLACE)).status).toBe(503);
    show('one');
    expect(await textAt()).toBe('one');
  });

  it('that breaks off is no page either', async () => {
    edge.framework.routes.set(PLACE, (response) => {
      response.writeHead(200, {
        'content-type': 'text/html',
        'cache-control': 's-maxage=60',
        'content-length': 10_000,
      });
      response.write(html, () => response.destroy());
    });
    expect((await ask(edge.port, PLACE)).status).toBe(503);
    show('one');
    expect(await textAt()).toBe('one');
  });
});
