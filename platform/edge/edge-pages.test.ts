import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '#tests/support/ask.ts';
import { page, type Route } from '#tests/support/fake-framework.ts';
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
    // Nobody else waits for those who wait for one page.
    edge.framework.routes.set('/other', page('other', 'other'));
    expect(await textAt('/other')).toBe('other');
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
