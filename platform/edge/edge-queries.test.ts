import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask } from '#tests/support/ask.ts';
import { pageOf, type Route } from '#tests/support/fake-framework.ts';
import { accountOf, type RunningEdge, startRunningEdge, until } from '#tests/support/running-edge.ts';

let edge: RunningEdge;

beforeEach(async () => {
  edge = await startRunningEdge();
});

afterEach(async () => {
  await edge.close();
});

/** Drawn for every question anew, as the framework says of such pages. */
function drawn(text: string, tags = 'list:place'): Route {
  return (response, { path }) => {
    const headers = { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'private, no-store' };
    response.writeHead(200, headers).end(pageOf(`${text} ${path}`, tags));
  };
}

function show(text: string, tags?: string): void {
  edge.framework.routes.set('/places', drawn(text, tags));
}

async function textAt(path: string): Promise<string | undefined> {
  return /<p>(.*)<\/p>/u.exec((await ask(edge.port, path)).text)?.[1];
}

describe('a list that is asked something', () => {
  it('answers each question once, in whichever order and spelling it is asked', async () => {
    show('one');
    const { status, headers, text } = await ask(edge.port, '/places?letter=b&country=de&utm_source=x');
    expect(status).toBe(200);
    expect(text).toContain('<p>one /places?country=de&letter=b</p>');
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=0, must-revalidate' });
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    show('two');
    expect(await textAt('/places?country=de&letter=b&country=de')).toContain('one');
    expect(await textAt('/places?country=tr')).toContain('two');
    const again = await ask(edge.port, '/places?country=de&letter=b', { headers: { 'if-none-match': headers.etag } });
    expect(again.status).toBe(304);
  });

  it('without a question that it knows is the plain page', async () => {
    show('plain');
    expect(await textAt('/places?utm_source=x&country=')).toBe('plain /places');
    expect(edge.framework.countOf('/places')).toBe(1);
  });

  it('is answered anew as soon as a tag is marked', async () => {
    show('one');
    expect(await textAt('/places?country=de')).toContain('one');
    show('two');
    edge.mark('list:place');
    await until(async () => expect(await textAt('/places?country=de')).toContain('two'));
  });

  it('gives the last answer while nothing answers, and says so where there is none', async () => {
    show('one');
    expect(await textAt('/places?country=de')).toContain('one');
    edge.mark('list:place');
    await edge.framework.stop();
    expect(await textAt('/places?country=de')).toContain('one');
    const { status, headers, text } = await ask(edge.port, '/places?country=fr');
    expect(status).toBe(503);
    expect(headers['retry-after']).toBeDefined();
    expect(text).toContain('ar-unavailable');
  });

  it('is not asked what is absurd', async () => {
    show('one');
    const { status, text } = await ask(edge.port, `/places?country=${'x'.repeat(300)}`);
    expect(status).toBe(400);
    expect(text).toContain('ar-badRequest');
    expect(edge.framework.countOf('/places')).toBe(0);
  });

  it('is asked once by all who ask the same at the same time', async () => {
    show('one');
    const answers = await Promise.all(Array.from({ length: 100 }, async () => ask(edge.port, '/places?letter=x')));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(edge.framework.asked.filter(({ path }) => path === '/places?letter=x')).toHaveLength(1);
  });

  it('leaves nothing among the pages, however many questions are asked', async () => {
    show('one');
    const before = (await accountOf(edge.port))['pages'];
    for (let at = 0; at < 50; at += 1) await ask(edge.port, `/places?letter=${String(at)}`);
    expect((await accountOf(edge.port))['pages']).toBe(before);
  });
});

describe('the open interface', () => {
  const PATH = '/api/v1/places';
  const answer: Route = (response, { path }) => {
    const told = { 'access-control-allow-origin': '*', 'x-page-tags': 'list:place', 'x-powered-by': 'framework' };
    response.writeHead(200, { 'content-type': 'application/json', ...told }).end(JSON.stringify({ path }));
  };

  it('is read by everybody, and kept by tag', async () => {
    edge.framework.routes.set(PATH, answer);
    const { headers, text } = await ask(edge.port, `${PATH}?limit=1&country=de`);
    expect(JSON.parse(text)).toEqual({ path: `${PATH}?country=de&limit=1` });
    expect(headers).toMatchObject({ 'access-control-allow-origin': '*', 'x-content-type-options': 'nosniff' });
    expect(headers['x-page-tags']).toBeUndefined();
    expect(headers['x-powered-by']).toBeUndefined();
    await ask(edge.port, `${PATH}?country=de&limit=1`);
    expect(edge.framework.countOf(`${PATH}?country=de&limit=1`)).toBe(1);
  });

  it('passes on what the framework refuses, and keeps none of it', async () => {
    edge.framework.routes.set(PATH, (response) => {
      response.writeHead(400, { 'content-type': 'application/problem+json' }).end('{"status":400}');
    });
    for (let time = 0; time < 2; time += 1) {
      const { status, headers, text } = await ask(edge.port, `${PATH}?limit=x`);
      expect([status, headers['cache-control'], text]).toEqual([400, 'private, no-store', '{"status":400}']);
    }
    expect(edge.framework.countOf(`${PATH}?limit=x`)).toBe(2);
  });

  it('is only read, and says in its own way what is wrong', async () => {
    edge.framework.routes.set(PATH, answer);
    expect((await ask(edge.port, PATH, { method: 'POST' })).status).toBe(405);
    const { status, headers } = await ask(edge.port, `${PATH}?q=${'x'.repeat(1500)}`);
    expect([status, headers['content-type']]).toEqual([400, 'application/problem+json']);
    expect(headers['access-control-allow-origin'], 'whoever may read answers may read why there is none').toBe('*');
  });
});
