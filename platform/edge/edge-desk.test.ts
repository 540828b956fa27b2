import { request } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, talk } from '#tests/support/ask.ts';
import type { Asked, Route } from '#tests/support/fake-framework.ts';
import { type RunningEdge, startRunningEdge, until } from '#tests/support/running-edge.ts';

const DESK = '/dashboard';
const BODY_BYTES_MAX = 64 * 1024;

let edge: RunningEdge;

beforeEach(async () => {
  edge = await startRunningEdge();
  edge.framework.routes.set(DESK, deskPage);
  edge.framework.routes.set('/api/echo', (response, { body }) => response.end(body));
});

afterEach(async () => {
  await edge.close();
});

const deskPage: Route = (response, { body }) => {
  response.writeHead(200, {
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 's-maxage=31536000',
    'set-cookie': ['a=1; HttpOnly', 'b=2'],
    'x-powered-by': 'framework',
    'x-action-revalidated': '[[],0,0]',
  });
  response.end(`<script>go()</script><!-- desk -->${body}`);
};

function askedFor(path = DESK): Asked[] {
  return edge.framework.asked.filter((asked) => asked.path === path);
}

describe('a page of the desk', () => {
  it('goes by as it is, to one reader', async () => {
    const { status, headers, text } = await ask(edge.port, DESK, { headers: { cookie: 'session=1' } });
    expect(status).toBe(200);
    expect(text).toBe('<script>go()</script><!-- desk -->');
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'set-cookie': ['a=1; HttpOnly', 'b=2'],
      'x-action-revalidated': '[[],0,0]',
    });
    expect(headers).not.toHaveProperty('x-powered-by');
    expect(headers).not.toHaveProperty('etag');
    await ask(edge.port, DESK);
    expect(askedFor().map((asked) => asked.headers.cookie)).toEqual(['session=1', undefined]);
  });

  it.each([
    ['/sign-in?error=x', '/sign-in?error=x'],
    ['http://localhost:{port}/sign-in?error=x#top', '/sign-in?error=x#top'],
    ['http://127.0.0.1:{port}/', '/'],
    ['http://localhost:{port}//evil.example/x', '/evil.example/x'],
    ['http://localhost:1/elsewhere', 'http://localhost:1/elsewhere'],
    ['https://example.org/{port}', 'https://example.org/{port}'],
  ])('never leads to where the framework listens: %s', async (location, expected) => {
    const port = new URL(edge.framework.url).port;
    edge.framework.routes.set('/api/moved', (response) => {
      response.writeHead(302, { location: location.replace('{port}', port) }).end();
    });
    const { headers } = await ask(edge.port, '/api/moved');
    expect(headers.location).toBe(expected.replace('{port}', port));
  });

  it('has a word of its own, which the framework and the browser are told', async () => {
    const answers = [await ask(edge.port, DESK), await ask(edge.port, DESK)];
    const words = answers.map(
      ({ headers }) => /script-src 'nonce-([\w+/=]{24})'/u.exec(String(headers['content-security-policy']))?.[1],
    );
    expect(new Set(words).size).toBe(2);
    const told = askedFor().map(({ headers }) => headers['content-security-policy']);
    expect(told).toEqual(words.map((word) => `script-src 'nonce-${String(word)}' 'strict-dynamic'`));
  });

  it('is not asked for by who pretends; what the client of the framework says goes on', async () => {
    const pretended = {
      'x-forwarded-for': '1.2.3.4',
      'x-forwarded-host': 'evil.example',
      'x-forwarded-proto': 'https',
      'x-real-ip': '1.2.3.4',
      'x-middleware-subrequest': 'middleware',
      'x-prerender-revalidate': 'guess',
      'x-internal-key': 'guess',
      'x-request-id': 'guess',
      'content-security-policy': "script-src 'nonce-mine'",
    };
    const needed = {
      rsc: '1',
      'next-action': 'abc',
      'next-router-state-tree': 'x',
      'next-url': '/dashboard',
      'accept-language': 'ar',
    };
    await ask(edge.port, DESK, { headers: { ...pretended, ...needed } });
    const [asked] = askedFor();
    for (const [name, value] of Object.entries(pretended)) expect(asked?.headers[name]).not.toBe(value);
    expect(asked?.headers).toMatchObject({
      ...needed,
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-host': `localhost:${String(edge.port)}`,
    });
  });

  it('gets its query, and a path in one form', async () => {
    edge.framework.routes.set('/dashboard/list', deskPage);
    await ask(edge.port, '/%64ashboard/list?q=%2F&q=2');
    expect(askedFor('/dashboard/list?q=%2F&q=2')).toHaveLength(1);
  });

  it.each(['PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('is not asked for with %s', async (method) => {
    expect(await ask(edge.port, DESK, { method })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD, POST' },
    });
    expect(askedFor()).toEqual([]);
  });

  it('leaves nothing running for who has gone', async () => {
    const seen = { closed: 0 };
    edge.framework.routes.set(DESK, (response) => response.once('close', () => (seen.closed += 1)));
    const { socket } = await talk(edge.port, `GET ${DESK} HTTP/1.1\r\nhost: localhost\r\n\r\n`);
    await until(() => expect(askedFor()).toHaveLength(1));
    socket.destroy();
    await until(() => expect(seen.closed).toBe(1));
    // Asked twice, the second one would have been there before this one.
    edge.framework.routes.set(DESK, deskPage);
    await ask(edge.port, DESK);
    expect(askedFor()).toHaveLength(2);
  });

  it('that breaks off is not taken for a whole one', async () => {
    edge.framework.routes.set(DESK, (response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('half', () => response.destroy());
    });
    await expect(ask(edge.port, DESK)).rejects.toThrow();
    edge.framework.routes.set(DESK, deskPage);
    expect((await ask(edge.port, DESK)).status).toBe(200);
  });
});

describe('what is sent to the desk', () => {
  it('arrives, in one piece or in many, up to the limit', async () => {
    const body = 'x'.repeat(BODY_BYTES_MAX);
    expect((await ask(edge.port, DESK, { method: 'POST', body })).text).toContain(body);
    expect(
      (await ask(edge.port, DESK, { method: 'POST', body, headers: { 'transfer-encoding': 'chunked' } })).text,
    ).toContain(body);
    expect((await ask(edge.port, '/api/echo', { method: 'POST', body: 'كلمة' })).text).toBe('كلمة');
  });

  it.each([{}, { 'transfer-encoding': 'chunked' }])('and is too large is refused with a page: %j', async (headers) => {
    const body = 'x'.repeat(BODY_BYTES_MAX + 1);
    const answer = await ask(edge.port, DESK, { method: 'POST', body, headers });
    expect(answer).toMatchObject({ status: 413, headers: { connection: 'close', 'cache-control': 'no-store' } });
    expect(answer.text).toContain('ar-tooLarge');
    expect(askedFor().every((asked) => asked.body.length <= BODY_BYTES_MAX)).toBe(true);
    const document = await ask(edge.port, '/api/echo', { method: 'POST', body, headers });
    expect(document).toMatchObject({ status: 413, headers: { 'content-type': 'application/problem+json' } });
    expect((await ask(edge.port, DESK)).status).toBe(200);
  });

  it('and breaks off is not taken for a whole one', async () => {
    const { socket } = await talk(
      edge.port,
      `POST ${DESK} HTTP/1.1\r\nhost: localhost\r\ncontent-length: 100\r\n\r\nhalf`,
    );
    await until(() => expect(askedFor()).toHaveLength(1));
    socket.destroy();
    const after = await ask(edge.port, '/api/echo', { method: 'POST', body: 'after' });
    expect(after.text).toBe('after');
    expect(askedFor()).toHaveLength(1);
  });

  it('is sent once, whatever becomes of it', async () => {
    edge.framework.routes.set(DESK, (response) => response.destroy());
    const { status, text } = await ask(edge.port, DESK, { method: 'POST', body: 'x' });
    expect(status).toBe(503);
    expect(text).toContain('ar-notArrived');
    expect(askedFor()).toHaveLength(1);
  });

  it('is answered also where the framework does not read it to its end', async () => {
    const unreadRefusal: Route = (response) => response.writeHead(413, { connection: 'close' }).end('too much');
    edge.framework.routes.set(DESK, unreadRefusal);
    for (let round = 0; round < 20; round += 1) {
      expect((await ask(edge.port, DESK, { method: 'POST', body: 'x'.repeat(BODY_BYTES_MAX) })).status).toBe(413);
    }
  });

  it('may be announced first', async () => {
    const { said, socket } = await talk(
      edge.port,
      `POST /api/echo HTTP/1.1\r\nhost: localhost\r\nexpect: 100-continue\r\ncontent-length: 4\r\nconnection: close\r\n\r\n`,
    );
    await until(() => expect(said()).toMatch(/^HTTP\/1\.1 100 /u));
    socket.write('word');
    await until(() => expect(said()).toMatch(/HTTP\/1\.1 200 [^]*word$/u));
  });
});

describe('while nothing answers behind the edge', () => {
  it('the desk shows a page that comes again, and a machine gets a document', async () => {
    await edge.framework.stop();
    const shown = await ask(edge.port, DESK);
    expect(shown).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
    expect(shown.headers['refresh']).toMatch(/^\d+$/u);
    expect(shown.text).toContain('ar-moment');
    const sent = await ask(edge.port, DESK, { method: 'POST', body: 'x' });
    expect(sent.status).toBe(503);
    expect(sent.headers).not.toHaveProperty('refresh');
    const document = await ask(edge.port, '/api/v1/places');
    expect(document).toMatchObject({ status: 503, headers: { 'content-type': 'application/problem+json' } });
    expect(JSON.parse(document.text)).toMatchObject({ status: 503 });
    await edge.framework.start();
    expect((await ask(edge.port, DESK)).status).toBe(200);
  });

  it('the edge says that it lives, and that it is not ready', async () => {
    await edge.framework.stop();
    expect(await ask(edge.port, '/api/health/live')).toMatchObject({ status: 200 });
    await until(async () => {
      const { status, text } = await ask(edge.port, '/api/health/ready', { headers: { host: '10.0.0.1' } });
      expect(status).toBe(503);
      expect(JSON.parse(text)).toMatchObject({ status: 'webUnreachable', edge: { waiting: 0 } });
    });
  });
});

it('a connection that the framework closed while it waited is not taken for a failure', async () => {
  for (let round = 0; round < 10; round += 1) {
    await ask(edge.port, DESK);
    await edge.framework.stop();
    await edge.framework.start();
    expect((await ask(edge.port, DESK)).status).toBe(200);
  }
});

describe('who sent a request', () => {
  it('is who a trusted neighbour names last', async () => {
    const trusting = await startRunningEdge({ trustedProxies: ['127.0.0.1'] });
    try {
      trusting.framework.routes.set(DESK, deskPage);
      await ask(trusting.port, DESK, { headers: { 'x-forwarded-for': 'spoofed, 9.9.9.9' } });
      await ask(trusting.port, DESK, { headers: { 'x-forwarded-for': '' } });
      await ask(trusting.port, DESK);
      const named = trusting.framework.asked
        .filter(({ path }) => path === DESK)
        .map(({ headers }) => headers['x-forwarded-for']);
      expect(named).toEqual(['9.9.9.9', '127.0.0.1', '127.0.0.1']);
    } finally {
      await trusting.close();
    }
  });
});

it('requests that are sent slowly hold up nobody', async () => {
  const slow = Array.from({ length: 50 }, () => {
    const asked = request({
      host: '127.0.0.1',
      port: edge.port,
      path: DESK,
      method: 'POST',
      headers: { host: 'localhost', 'content-length': 10 },
    });
    asked.on('error', () => undefined);
    asked.write('x');
    return asked;
  });
  await until(() => expect(askedFor()).toHaveLength(50));
  expect((await ask(edge.port, DESK)).status).toBe(200);
  for (const asked of slow) asked.destroy();
});

describe('what the framework cannot read', () => {
  const bare: Route = (response) =>
    response.writeHead(500, { 'content-type': 'text/plain' }).end('Internal Server Error');

  it('is the fault of what was sent, and said so', async () => {
    edge.framework.routes.set(DESK, bare);
    const answer = await ask(edge.port, DESK, { method: 'POST', body: 'garbage' });
    expect(answer.status).toBe(400);
    expect(answer.text).toContain('ar-badRequest');
  });

  it('is told apart from a failure of a page', async () => {
    edge.framework.routes.set(DESK, bare);
    expect((await ask(edge.port, DESK)).status).toBe(500);
    edge.framework.routes.set(DESK, (response) =>
      response.writeHead(500, { 'content-type': 'text/html' }).end('<p>the page that failed</p>'),
    );
    const answer = await ask(edge.port, DESK, { method: 'POST', body: 'a=b' });
    expect(answer).toMatchObject({ status: 500, text: '<p>the page that failed</p>' });
  });
});
