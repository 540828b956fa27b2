import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { chooseCoding, headerOf, headFor, isSameVersion, makeAnswer, sizeOf } from './answer.ts';

const TEXT = Buffer.from('مدينتان '.repeat(200));
const HTML = ['content-type', 'text/html; charset=utf-8'];

async function answerOf(body = TEXT, headers = HTML) {
  return makeAnswer({ status: 200, headers, body });
}

describe('an answer', () => {
  it('has its body ready in each coding', async () => {
    const { bodies } = await answerOf();
    expect(bodies.identity?.equals(TEXT)).toBe(true);
    expect(brotliDecompressSync(bodies.br ?? '').equals(TEXT)).toBe(true);
    expect(gunzipSync(bodies.gzip ?? '').equals(TEXT)).toBe(true);
  });

  it.each([
    ['text/css', true],
    ['image/svg+xml', true],
    ['application/javascript; charset=UTF-8', true],
    ['application/ld+json', true],
    ['application/manifest+json', true],
    ['font/woff2', false],
    ['image/png', false],
    ['application/octet-stream', false],
  ])('of the kind %s is coded: %s', async (type, isCoded) => {
    const { bodies } = await answerOf(TEXT, ['content-type', type]);
    expect(bodies.br !== null).toBe(isCoded);
    expect(bodies.gzip !== null).toBe(isCoded);
  });

  it('is left as it is where a coding would not make it smaller', async () => {
    const short = await answerOf(Buffer.from('قصير'));
    const empty = await answerOf(Buffer.alloc(0));
    for (const { bodies } of [short, empty]) expect(bodies).toMatchObject({ br: null, gzip: null });
  });

  it('counts all of its bodies', async () => {
    const answer = await answerOf();
    const { br, gzip } = answer.bodies;
    expect(sizeOf(answer)).toBe(TEXT.length + (br?.length ?? 0) + (gzip?.length ?? 0));
  });

  it('names its bytes: the same ones alike, others otherwise', async () => {
    const { etag } = await answerOf();
    expect((await answerOf()).etag).toBe(etag);
    expect(etag).toMatch(/^[\w-]{22}$/u);
    const others = [
      await answerOf(Buffer.concat([TEXT, Buffer.from(' ')])),
      await answerOf(TEXT, ['content-type', 'text/plain']),
      await makeAnswer({ status: 404, headers: HTML, body: TEXT }),
    ];
    for (const other of others) expect(other.etag).not.toBe(etag);
  });

  it('has a strong tag for each coding, and says what it depends on', async () => {
    const answer = await answerOf();
    const heads = (['br', 'gzip', 'identity'] as const).map((coding) => headFor(answer, coding));
    expect(new Set(heads.map((headers) => headerOf({ headers }, 'etag'))).size).toBe(3);
    for (const headers of heads) expect(headerOf({ headers }, 'vary')).toBe('accept-encoding');
    expect(heads.map((headers) => headerOf({ headers }, 'content-encoding'))).toEqual(['br', 'gzip', null]);
    expect(heads.map((headers) => Number(headerOf({ headers }, 'content-length')))).toEqual([
      answer.bodies.br?.length,
      answer.bodies.gzip?.length,
      TEXT.length,
    ]);
    expect(headerOf({ headers: headFor(await answerOf(Buffer.from('x')), 'identity') }, 'vary')).toBeNull();
  });

  it('reads names of headers, never values', () => {
    expect(headerOf({ headers: ['a', 'b', 'b', 'c'] }, 'b')).toBe('c');
    expect(headerOf({ headers: ['a', 'b'] }, 'b')).toBeNull();
  });

  it('travels in the best coding that the reader takes and that there is', async () => {
    const answer = await answerOf();
    expect(chooseCoding(answer, ['br', 'gzip', 'identity'])).toBe('br');
    expect(chooseCoding(answer, ['gzip', 'identity'])).toBe('gzip');
    expect(chooseCoding(answer, [])).toBe('identity');
    expect(chooseCoding(await answerOf(Buffer.from('x')), ['br', 'identity'])).toBe('identity');
  });
});

describe('a reader who has a version', () => {
  it('has this one, in whichever coding and however it is named', async () => {
    const answer = await answerOf();
    const { etag } = answer;
    const same = [`"${etag}"`, `"${etag}-b"`, `"${etag}-g"`, `W/"${etag}-b"`, `"other", W/"${etag}"`, '*', ' * '];
    for (const tags of same) expect(isSameVersion(answer, tags), tags).toBe(true);
  });

  it('has another one', async () => {
    const answer = await answerOf();
    const { etag } = answer;
    const others = ['', '""', '"other"', `"${etag.slice(1)}"`, `"${etag.slice(0, -1)}"`, `"x${etag}"`, '"*"', ','];
    for (const tags of others) expect(isSameVersion(answer, tags), tags).toBe(false);
  });
});
