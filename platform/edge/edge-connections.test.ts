import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, talk } from '#tests/support/ask.ts';
import { type RunningEdge, startRunningEdge } from '#tests/support/running-edge.ts';

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

describe('connections that want something else', () => {
  it('are answered and let go, also where nobody waits for the answer', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { socket } = await talk(
        edge.port,
        'GET / HTTP/1.1\r\nhost: localhost\r\nconnection: upgrade\r\nupgrade: websocket\r\n\r\n',
      );
      socket.resetAndDestroy();
      const tunnel = await talk(edge.port, 'CONNECT localhost:22 HTTP/1.1\r\nhost: localhost\r\n\r\n');
      tunnel.socket.resetAndDestroy();
    }
    const { said, ended } = await talk(edge.port, 'CONNECT localhost:22 HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await ended;
    expect(said()).toMatch(/^HTTP\/1\.1 405 /u);
    await vi.waitFor(async () => expect((await ask(edge.port, '/api/health/live')).status).toBe(200));
  });
});
