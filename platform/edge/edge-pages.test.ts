import { readdirSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '#tests/support/ask.ts';
import { page, pageOf, type Route } from '#tests/support/fake-framework.ts';
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

/** A route that answers when the test says so. */
function held(answer: Route): { route: Route; release: () => void } {
  let isOpen = false;
  const waiting: (() => void)[] = [];
  return {
    route: (response, asked, request) => {
      const go = () => answer(response, asked, request);
      if (isOpen) go();
      else waiting.push(go);
    },
    release: () => {
      isOpen = true;
      for (const go of waiting.splice(0)) go();
    },
  };
}

function filesKept(): number {
  return readdirSync(edge.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}

describe('a public page', () => {
  it('is made once and given from then on, without what only the framework needs', async () => {
    show('<!-- -->one');
    const { status, headers, text } = await ask(edge.port, PLACE);
    expect(status).toBe(200);
    expect(text).toBe('<!DOCTYPE html><html lang="ar"><head></head><body><p>one</p></body></html>');
    expect(headers).toMatchObject({
      'cache-control': 'public, max-age=0, must-revalidate',
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
    });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    for (let time = 0; time < 5; time += 1) expect(await textAt()).toBe('one');
    expect(edge.framework.countOf(PLACE)).toBe(1);
  });

  it('is made once for all who come at the same time, and once for each mark', async () => {
    const first = held(page('one', 'place:1'));
    edge.framework.routes.set(PLACE, first.route);
    const readers = Array.from({ length: 200 }, async () => ask(edge.port, PLACE));
    await until(() => expect(edge.framework.countOf(PLACE)).toBe(1));
    first.release();
    const answers = await Promise.all(readers);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(edge.framework.countOf(PLACE)).toBe(1);
    show('two');
    edge.mark('place:1');
    await until(async () => expect(await textAt()).toBe('two'));
    expect(edge.framework.countOf(PLACE)).toBe(2);
    edge.mark('place:2');
    edge.mark('texts');
    await until(() => expect(edge.framework.countOf('/internal/problem/ar/gone')).toBe(2));
    expect(edge.framework.countOf(PLACE)).toBe(2);
  });

  it('that is marked while it is made is made again, also the first time', async () => {
    const first = held(page('old', 'place:1'));
    edge.framework.routes.set(PLACE, first.route);
    const reader = ask(edge.port, PLACE);
    await until(() => expect(edge.framework.countOf(PLACE)).toBe(1));
    edge.mark('place:1');
    show('new');
    // A mark of another page that was made anew shows that the one before it was heard.
    edge.mark('texts');
    await until(() => expect(edge.framework.countOf('/internal/problem/ar/gone')).toBe(2));
    first.release();
    expect((await reader).text).toContain('old');
    await until(async () => expect(await textAt()).toBe('new'));
    expect(edge.framework.countOf(PLACE)).toBe(2);
  });

  it('is given as it was while nothing answers behind the edge, and made anew afterwards', async () => {
    show('one');
    await ask(edge.port, PLACE);
    await edge.framework.stop();
    edge.mark('place:1');
    await until(async () => expect(await accountOf(edge.port)).toMatchObject({ waiting: 1 }));
    expect(await textAt()).toBe('one');
    show('two');
    await edge.framework.start();
    await until(async () => expect(await textAt()).toBe('two'));
    await until(async () => expect(await accountOf(edge.port)).toMatchObject({ waiting: 0 }));
  });

  it('stays as it was while the framework fails, and is made anew afterwards', async () => {
    show('one');
    await ask(edge.port, PLACE);
    edge.framework.routes.set(PLACE, (response) => response.writeHead(500).end('broken'));
    edge.mark('place:1');
    await until(() => expect(edge.framework.countOf(PLACE)).toBeGreaterThan(2));
    expect(await textAt()).toBe('one');
    show('two');
    await until(async () => expect(await textAt()).toBe('two'));
  });

  it('is made anew by another build, with the word of that one', async () => {
    show('one');
    await ask(edge.port, PLACE);
    edge.framework.build = { build: 'two', render: 'word-of-two' };
    show('two');
    await edge.framework.stop();
    edge.mark('place:1');
    await until(async () => expect(await accountOf(edge.port)).toMatchObject({ waiting: 1 }));
    await edge.framework.start();
    await until(async () => expect(await textAt()).toBe('two'));
    await until(() =>
      expect(
        edge.framework.asked.filter(({ headers }) => headers['x-prerender-revalidate'] === 'word-of-two').length,
      ).toBeGreaterThan(20),
    );
  });

  it('that the framework had kept itself is not taken: it may be older than the mark', async () => {
    show('one');
    await ask(edge.port, PLACE);
    const kept: Route = (response) => {
      response.setHeader('x-nextjs-cache', 'HIT');
      page('older', 'place:1')(response, { method: '', path: '', headers: {}, body: '' }, response.req);
    };
    edge.framework.routes.set(PLACE, kept);
    edge.mark('place:1');
    await until(() => expect(edge.framework.countOf(PLACE)).toBeGreaterThan(2));
    expect(await textAt()).toBe('one');
  });

  it('that was published is made before anybody asks', async () => {
    show('new', 'place:2', '/places/busan');
    edge.framework.paths = ['/places/busan'];
    edge.mark('list');
    await until(() => expect(edge.framework.countOf('/places/busan')).toBe(1));
    await until(async () => expect(await textAt('/places/busan')).toBe('new'));
    expect(edge.framework.countOf('/places/busan')).toBe(1);
  });
});

describe('whoever asks', () => {
  it.each([
    ['a cookie', { cookie: 'session=secret' }],
    ['a word of their own', { authorization: 'Basic c2VjcmV0' }],
    [
      'the headers of the framework',
      { rsc: '1', 'next-router-prefetch': '1', 'next-url': '/x', 'next-router-state-tree': '%5B%5D' },
    ],
    [
      'headers that pretend',
      { 'x-forwarded-host': 'evil.example', 'x-prerender-revalidate': 'x', 'x-middleware-subrequest': 'x' },
    ],
    ['a purpose', { purpose: 'prefetch', 'sec-purpose': 'prefetch' }],
  ])('with %s gets what everybody gets, and none of it goes on', async (_name, headers) => {
    show('one');
    const first = await ask(edge.port, PLACE, { headers });
    const second = await ask(edge.port, PLACE);
    expect(first.text).toBe(second.text);
    expect(first.headers['content-type']).toBe('text/html; charset=utf-8');
    const [asked] = edge.framework.asked.filter(({ path }) => path === PLACE);
    for (const [name, value] of Object.entries(headers)) expect(asked?.headers[name]).not.toBe(value);
    expect(asked?.headers.host).toBe(`localhost:${String(edge.port)}`);
  });

  it('with a query gets the same page, and leaves nothing behind', async () => {
    show('one');
    await ask(edge.port, PLACE);
    const before = await accountOf(edge.port);
    for (const query of ['?', '?utm_source=x', '?_rsc=abc', '?a[]=%00', '?//..'])
      expect(await textAt(`${PLACE}${query}`)).toBe('one');
    expect(await accountOf(edge.port)).toEqual(before);
    expect(edge.framework.asked.filter(({ path }) => path.startsWith(PLACE))).toHaveLength(1);
  });

  it('in the whole form or in other letters gets the same page', async () => {
    show('one');
    for (const path of [`http://localhost:${String(edge.port)}${PLACE}`, '/places/%68amburg', PLACE])
      expect(await textAt(path)).toBe('one');
    expect(edge.framework.countOf(PLACE)).toBe(1);
  });

  it('has the newest version already and is told so, in the coding that they have', async () => {
    show('one '.repeat(200));
    for (const coding of ['br', 'gzip', 'identity']) {
      const headers = { 'accept-encoding': coding };
      const first = await ask(edge.port, PLACE, { headers });
      const etag = first.headers.etag ?? '';
      const again = await ask(edge.port, PLACE, { headers: { ...headers, 'if-none-match': etag } });
      expect(again).toMatchObject({
        status: 304,
        text: '',
        headers: { etag, vary: 'accept-encoding', 'cache-control': first.headers['cache-control'] },
      });
      const weak = await ask(edge.port, PLACE, { headers: { ...headers, 'if-none-match': `"x", W/${etag}` } });
      expect(weak.status).toBe(304);
    }
    expect((await ask(edge.port, PLACE, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });

  it('asks for the head alone and gets that', async () => {
    show('one');
    const { headers } = await ask(edge.port, PLACE);
    const head = await ask(edge.port, PLACE, { method: 'HEAD' });
    expect(head).toMatchObject({ status: 200, text: '' });
    expect({ ...head.headers, date: '' }).toEqual({ ...headers, date: '' });
  });

  it.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'PROPFIND'])(
    'with %s is told which methods there are',
    async (method) => {
      show('one');
      await ask(edge.port, PLACE);
      const answer = await ask(edge.port, PLACE, { method });
      expect(answer).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD', 'cache-control': 'no-store' } });
      expect(answer.text).toContain('ar-method');
      expect(edge.framework.countOf(PLACE)).toBe(1);
    },
  );

  it('at another host gets nothing of this site', async () => {
    show('one');
    await ask(edge.port, PLACE);
    for (const host of ['evil.example', 'localhost.evil.example', 'localhost:0x1']) {
      const { status, text } = await ask(edge.port, PLACE, { headers: { host } });
      expect(status).toBe(421);
      expect(text).not.toContain('one');
    }
  });
});

describe('an address without a page', () => {
  it('that is unknown costs a look into the register and leaves nothing behind', async () => {
    await until(() => expect(filesKept()).toBeGreaterThanOrEqual(20));
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
