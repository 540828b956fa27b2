import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, talk } from '#tests/support/ask.ts';
import { page } from '#tests/support/fake-framework.ts';
import { type RunningEdge, startRunningEdge, until } from '#tests/support/running-edge.ts';

const HEAD = 'HTTP/1.1\r\nhost: localhost\r\n\r\n';

let edge: RunningEdge;
/** Lets what waits behind the edge be answered. */
let release: (() => void)[];

beforeEach(async () => {
  edge = await startRunningEdge();
  release = [];
  edge.framework.routes.set('/a', page('first', 'a'));
  edge.framework.routes.set('/dashboard', (response) => release.push(() => response.end('done')));
  await ask(edge.port, '/a');
});

afterEach(async () => {
  await edge.close();
});

describe('an edge that ends', () => {
  it('finishes what is under way, and does not wait for who is only connected', async () => {
    const idle = await talk(edge.port, `GET /a ${HEAD}`);
    const never = await talk(edge.port);
    await until(() => expect(idle.said()).toContain('first'));
    const underWay = ask(edge.port, '/dashboard');
    const kept = await talk(edge.port, `GET /dashboard ${HEAD}`);
    await until(() => expect(release).toHaveLength(2));
    const ending = edge.stop();
    await Promise.all([idle.ended, never.ended]);
    expect(kept.said()).toBe('');
    for (const go of release) go();
    expect((await underWay).text).toBe('done');
    await until(() => expect(kept.said()).toContain('done'));
    await ending;
    await expect(ask(edge.port, '/a')).rejects.toThrow('ECONNREFUSED');
    await kept.ended;
  });

  it('answers who is connected already, and says good-bye', async () => {
    const { socket, said, ended } = await talk(edge.port, `GET /a ${HEAD}`);
    await until(() => expect(said()).toContain('first'));
    expect(said()).not.toMatch(/connection: close/iu);
    const ending = edge.stop();
    socket.write(`GET /a ${HEAD}`);
    await ended;
    expect(said().match(/first/gu)).toHaveLength(2);
    expect(said()).toMatch(/connection: close/iu);
    await ending;
  });

  it('has everything on the disk that was kept', async () => {
    edge.framework.routes.set('/b', page('second', 'b'));
    expect((await ask(edge.port, '/b')).status).toBe(200);
    await edge.framework.stop();
    await edge.restart();
    for (const [path, text] of [
      ['/a', 'first'],
      ['/b', 'second'],
    ] as const)
      expect((await ask(edge.port, path)).text).toContain(text);
  });

  it('ends while nothing answers behind it, and where nobody is connected', async () => {
    await edge.framework.stop();
    edge.mark('a');
    await edge.stop();
    await expect(ask(edge.port, '/a')).rejects.toThrow('ECONNREFUSED');
  });

  it('does not wait for a framework that never answers', async () => {
    edge.framework.routes.set('/a', () => undefined);
    edge.mark('a');
    await until(() => expect(edge.framework.countOf('/a')).toBe(2));
    const began = performance.now();
    await edge.stop();
    expect(performance.now() - began).toBeLessThan(10_000);
  });
});
