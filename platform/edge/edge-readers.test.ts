import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '#tests/support/ask.ts';
import { page } from '#tests/support/fake-framework.ts';
import { accountOf, type RunningEdge, startRunningEdge } from '#tests/support/running-edge.ts';

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
