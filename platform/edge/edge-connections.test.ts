import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, talk } from '#tests/support/ask.ts';
import { page } from '#tests/support/fake-framework.ts';
import { type RunningEdge, startRunningEdge, until } from '#tests/support/running-edge.ts';

const HEAD = 'HTTP/1.1\r\nhost: localhost\r\n';

let edge: RunningEdge;

beforeEach(async () => {
  edge = await startRunningEdge();
  edge.framework.routes.set('/dashboard', (response, asked) => response.end(`${asked.method} ${asked.body}`));
});

afterEach(async () => {
  await edge.close();
});

describe('requests that would mean something else behind the edge', () => {
  it('of which the body of a GET stays here, or the next request would begin with it', async () => {
    const words = 'GET /internal/x HTTP/1.1\r\nhost: a\r\nx: ';
    await ask(edge.port, '/dashboard', { headers: { 'content-length': words.length }, body: words });
    await ask(edge.port, '/dashboard');
    await ask(edge.port, '/dashboard');
    expect(edge.framework.countOf('/dashboard')).toBe(3);
    expect(edge.framework.countOf('/internal/x')).toBe(0);
    for (const { headers } of edge.framework.asked) expect(headers).not.toHaveProperty('content-length');
  });
});

/** Says something and reads what is answered until the connection ends. */
async function hear(words: string): Promise<string> {
  const { said, ended, socket } = await talk(edge.port, words);
  await ended;
  socket.destroy();
  return said();
}

describe('connections that want something else', () => {
  it('are answered and let go, also where nobody waits for the answer', async () => {
    for (let round = 0; round < 20; round += 1) {
      for (const words of [
        `GET / ${HEAD}connection: upgrade\r\nupgrade: websocket\r\n\r\n`,
        `CONNECT localhost:22 ${HEAD}\r\n`,
      ]) {
        const { socket } = await talk(edge.port, words);
        socket.resetAndDestroy();
      }
    }
    expect(await hear(`CONNECT localhost:22 ${HEAD}\r\n`)).toMatch(/^HTTP\/1\.1 405 /u);
    edge.framework.routes.set('/a', page('as ever', 'a'));
    for (const offered of ['websocket', 'h2c']) {
      const said = await hear(`GET /a ${HEAD}connection: upgrade, close\r\nupgrade: ${offered}\r\n\r\n`);
      expect(said, offered).toMatch(/^HTTP\/1\.1 200 /u);
      expect(said, offered).toContain('as ever');
    }
    expect((await ask(edge.port, '/api/health/live')).status).toBe(200);
  });
});

describe('what cannot be read, or could be read as two', () => {
  it.each([
    ['no HTTP', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    ['words', 'hello\r\n\r\n', 400],
    ['the next HTTP', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400],
    ['no host', 'GET / HTTP/1.1\r\n\r\n', 400],
    ['two hosts', `GET / ${HEAD}host: evil.example\r\n\r\n`, 400],
    ['two hosts, the own one last', `GET / HTTP/1.1\r\nhost: evil.example\r\nhost: localhost\r\n\r\n`, 400],
    [
      'a length and chunks',
      `POST /dashboard ${HEAD}content-length: 4\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n`,
      400,
    ],
    ['two lengths', `POST /dashboard ${HEAD}content-length: 4\r\ncontent-length: 5\r\n\r\nwords`, 400],
    ['a length that is none', `POST /dashboard ${HEAD}content-length: +4\r\n\r\nword`, 400],
    ['chunks by another name', `POST /dashboard ${HEAD}transfer-encoding: xchunked\r\n\r\n0\r\n\r\n`, 400],
    ['a space before the colon', `GET / ${HEAD}x-a : b\r\n\r\n`, 400],
    ['an end of text in a header', `GET / ${HEAD}x-a: b\0c\r\n\r\n`, 400],
    ['64 kB of headers', `GET / ${HEAD}x-a: ${'x'.repeat(64 * 1024)}\r\n\r\n`, 431],
    ['an address of 64 kB', `GET /${'x'.repeat(64 * 1024)} ${HEAD}\r\n`, 431],
  ])('%s', async (_name, words, status) => {
    const before = edge.framework.heard.length;
    expect(await hear(words.replace(/\r\n\r\n$/u, '\r\nconnection: close\r\n\r\n'))).toMatch(
      new RegExp(`^HTTP/1\\.1 ${String(status)} `, 'u'),
    );
    expect(edge.framework.heard.slice(before).filter((path) => !path.startsWith('/internal/'))).toEqual([]);
    expect((await ask(edge.port, '/api/health/live')).status).toBe(200);
  });

  it('an old client that names no host gets nothing of this site', async () => {
    expect(await hear('GET / HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1\.1 421 /u);
  });
});

describe('one connection', () => {
  it('is answered in order, however much is asked at once', async () => {
    edge.framework.routes.set('/a', page('first', 'a'));
    edge.framework.routes.set('/b', page('second', 'b'));
    const paths = ['/a', '/dashboard', '/b', '/none', '/a'];
    const words = paths.map((path) => `GET ${path} ${HEAD}\r\n`).join('');
    const said = await hear(`${words}GET /b ${HEAD}connection: close\r\n\r\n`);
    const bodies = [...said.matchAll(/<p>(.*?)<\/p>|GET /gu)].map(([whole, text]) => text ?? whole);
    expect(bodies).toEqual(['first', 'GET ', 'second', 'ar-unknown', 'first', 'second']);
  });

  it('that the sender has closed on their side counts as closed: what is at hand is given, nothing is left running', async () => {
    edge.framework.routes.set('/a', page('first', 'a'));
    await ask(edge.port, '/a');
    const kept = await talk(edge.port);
    kept.socket.end(`GET /a ${HEAD}\r\n`);
    await kept.ended;
    expect(kept.said()).toContain('first');
    const seen = { closed: 0 };
    edge.framework.routes.set('/dashboard', (response) => response.once('close', () => (seen.closed += 1)));
    const waiting = await talk(edge.port, `GET /dashboard ${HEAD}\r\n`);
    await until(() => expect(edge.framework.countOf('/dashboard')).toBe(1));
    waiting.socket.end();
    await until(() => expect(seen.closed).toBe(1));
  });
});

describe('who sends slowly', () => {
  beforeEach(async () => {
    await edge.close();
    edge = await startRunningEdge({
      limits: { headersTimeout: 150, requestTimeout: 400, connectionsCheckingInterval: 25 },
    });
    edge.framework.routes.set('/dashboard', (response, asked) => response.end(`${asked.method} ${asked.body}`));
  });

  it('a head is told so, and let go', async () => {
    const { socket, said, ended } = await talk(edge.port, 'GET / HTTP/1.1\r\n');
    const dripping = setInterval(() => socket.write('x-a: b\r\n'), 20);
    await ended;
    clearInterval(dripping);
    expect(said()).toMatch(/^HTTP\/1\.1 408 /u);
  });

  it('a body is let go, and nothing of it counts', async () => {
    const seen = { brokenOff: 0 };
    edge.framework.onBrokenOff = () => (seen.brokenOff += 1);
    const { socket, ended } = await talk(edge.port, `POST /dashboard ${HEAD}content-length: 1000\r\n\r\n`);
    const dripping = setInterval(() => socket.write('x'), 20);
    await ended;
    clearInterval(dripping);
    socket.destroy();
    await until(() => expect(seen.brokenOff).toBe(1));
    expect((await ask(edge.port, '/dashboard')).text).toBe('GET ');
  });
});

describe('who does not read', () => {
  it.each(['/_next/static/kept.bin', '/dashboard'])('is let go, and who does is not: %s', async (path) => {
    await edge.close();
    const servers: Server[] = [];
    edge = await startRunningEdge({
      limits: { idleTimeout: 1500, keepAliveTimeout: 100 },
      onListening: (server) => servers.push(server),
    });
    // More than the machine takes in between.
    const long = randomBytes(8_000_000).toString('hex');
    for (const each of ['/_next/static/kept.bin', '/dashboard']) {
      edge.framework.routes.set(each, (response) => {
        response.writeHead(200, { 'content-type': 'application/octet-stream', 'cache-control': 'public, immutable' });
        response.end(long);
      });
    }
    await until(async () => expect((await ask(edge.port, path)).text.length).toBeGreaterThanOrEqual(long.length));

    const { socket } = await talk(edge.port, `GET ${path} ${HEAD}\r\n`);
    socket.pause();
    await until(async () => expect(await connectionsOf(servers[0])).toBe(1));
    await until(async () => expect(await connectionsOf(servers[0])).toBe(0));
    socket.destroy();
  });
});

async function connectionsOf(server: Server | undefined): Promise<number> {
  return new Promise((resolve, reject) => {
    if (server === undefined) reject(new Error('it does not listen'));
    server?.getConnections((_error, count) => resolve(count));
  });
}
