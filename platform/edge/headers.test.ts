import { describe, expect, it } from 'vitest';
import { answerable, deskPolicy, forwardable, publicPolicy, safetyHeaders } from './headers.ts';

describe('of the headers of a request', () => {
  it.each([
    'forwarded',
    'via',
    'x-forwarded-for',
    'x-forwarded-host',
    'x-forwarded-proto',
    'x-forwarded-port',
    'x-forwarded-anything',
    'x-real-ip',
    'x-client-ip',
    'true-client-ip',
    'cf-connecting-ip',
    'x-original-url',
    'x-rewrite-url',
    'x-http-method-override',
    'x-http-method',
    'x-method-override',
    'x-middleware-subrequest',
    'x-middleware-prefetch',
    'x-middleware-set-cookie',
    'x-nextjs-data',
    'x-next-resume-state-length',
    'x-next-revalidated-tags',
    'x-next-revalidate-tag-token',
    'next-resume',
    'next-resume-state-length',
    'x-matched-path',
    'x-now-route-matches',
    'x-vercel-id',
    'x-invoke-path',
    'x-invoke-status',
    'x-invoke-output',
    'x-prerender-revalidate',
    'x-prerender-revalidate-if-generated',
    'x-prerender-bypass-mode',
    'x-internal-key',
    'x-request-id',
    'x-nonce',
    'content-security-policy',
    'content-security-policy-report-only',
    'connection',
    'keep-alive',
    'proxy-authenticate',
    'proxy-authorization',
    'proxy-connection',
    'te',
    'trailer',
    'transfer-encoding',
    'upgrade',
  ])('%s stays here', (name) => {
    expect(forwardable({ [name]: 'x' })).toEqual({});
  });

  it.each([
    'host',
    'accept',
    'accept-language',
    'authorization',
    'content-length',
    'content-type',
    'cookie',
    'if-none-match',
    'next-action',
    'next-router-prefetch',
    'next-router-segment-prefetch',
    'next-router-state-tree',
    'next-url',
    'origin',
    'range',
    'referer',
    'rsc',
    'sec-fetch-site',
    'user-agent',
    'x-auth-return-redirect',
  ])('%s goes on', (name) => {
    expect(forwardable({ [name]: 'x' })).toEqual({ [name]: 'x' });
  });

  it('those that the connection names stay here', () => {
    const headers = { connection: 'Keep-Alive,  Cookie , X-Hop', cookie: 'a=b', 'x-hop': '1', accept: '*/*' };
    expect(forwardable(headers)).toEqual({ accept: '*/*' });
  });

  it('several of one name stay several', () => {
    expect(forwardable({ 'x-many': ['a', 'b'], 'x-none': undefined })).toEqual({ 'x-many': ['a', 'b'] });
  });
});

describe('of the headers of an answer', () => {
  it('what only neighbours and the curious need stays here', () => {
    const chatty = { connection: 'close', 'transfer-encoding': 'chunked', 'x-powered-by': 'x', server: 'x', link: 'x' };
    const needed = {
      'content-type': 'text/html',
      'set-cookie': ['a=1', 'b=2'],
      location: '/',
      'x-action-revalidated': '1',
    };
    expect(answerable({ ...chatty, ...needed, date: 'x', 'x-nextjs-cache': 'HIT' })).toEqual(needed);
  });
});

describe('the policy of a page', () => {
  it('allows a public page its own files and what it was kept with', () => {
    const policy = publicPolicy({ scriptHashes: ["'sha256-a'"], styleHashes: ["'sha256-b'"] });
    expect(policy).toContain("default-src 'none'; script-src 'self' 'sha256-a'; style-src 'self' 'sha256-b'; ");
    expect(policy).not.toMatch(/unsafe|https?:|\*/u);
  });

  it('allows the desk what carries the word of the answer', () => {
    const policy = deskPolicy('word');
    expect(policy).toContain("script-src 'nonce-word' 'strict-dynamic';");
    expect(policy).toContain("style-src 'self' 'nonce-word';");
    expect(policy).not.toMatch(/script-src[^;]*unsafe|unsafe-eval/u);
  });

  it('is held in frames, or holds some, only where that is said; nobody else may hold it', () => {
    expect(deskPolicy('word')).toContain("frame-ancestors 'none'");
    expect(deskPolicy('word')).not.toContain('frame-src');
    expect(deskPolicy('word', 'holds')).toContain("frame-src 'self'");
    expect(deskPolicy('word', 'holds')).toContain("frame-ancestors 'none'");
    expect(deskPolicy('word', 'held')).toContain("frame-ancestors 'self'");
    expect(deskPolicy('word', 'held')).not.toContain('frame-src');
  });

  it.each(['form-action', 'base-uri', 'object-src', 'frame-ancestors'])('says something of %s', (name) => {
    for (const policy of [deskPolicy('word'), publicPolicy({ scriptHashes: [], styleHashes: [] })]) {
      expect(policy).toMatch(new RegExp(`(?:^|; )${name} '(?:self|none)'`, 'u'));
    }
  });
});

it('only a site with a certificate asks for one for ever', () => {
  expect(safetyHeaders(true)).toContain('strict-transport-security');
  expect(safetyHeaders(false)).not.toContain('strict-transport-security');
  expect(safetyHeaders(false)).toContain('nosniff');
});
