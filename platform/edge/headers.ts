import type { IncomingHttpHeaders } from 'node:http';
import type { CleanPage } from './clean-page.ts';

/** What every answer of the site carries. */
export function safetyHeaders(isSecure: boolean): string[] {
  const headers = ['x-content-type-options', 'nosniff', 'referrer-policy', 'strict-origin-when-cross-origin'];
  if (isSecure) headers.push('strict-transport-security', 'max-age=31536000; includeSubDomains');
  return headers;
}

/** A public page may load its own files and run what it was kept with, nothing else. */
export function publicPolicy({ scriptHashes, styleHashes }: Pick<CleanPage, 'scriptHashes' | 'styleHashes'>): string {
  return policy({
    'script-src': ["'self'", ...scriptHashes],
    'style-src': ["'self'", ...styleHashes],
    'img-src': ["'self'", 'data:'],
  });
}

/** What a private page has to do with frames: it may hold pages of this site, may be held by one, or neither. */
export type Framing = 'holds' | 'held' | 'none';

/** A page of the desk runs what carries the word of this one answer, and what that loads. */
export function deskPolicy(nonce: string, framing: Framing = 'none'): string {
  return policy({
    ...(framing === 'holds' ? { 'frame-src': ["'self'"] } : {}),
    ...(framing === 'held' ? { 'frame-ancestors': ["'self'"] } : {}),
    'script-src': [`'nonce-${nonce}'`, "'strict-dynamic'"],
    // Widgets place themselves by attributes; no style element gets in without the word.
    'style-src': ["'self'", `'nonce-${nonce}'`],
    'style-src-attr': ["'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
  });
}

function policy(directives: Record<string, readonly string[]>): string {
  const all: Record<string, readonly string[]> = {
    'default-src': ["'none'"],
    ...directives,
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'manifest-src': ["'self'"],
    'form-action': ["'self'"],
    'base-uri': ["'none'"],
    'object-src': ["'none'"],
    // By nobody, unless a page says otherwise.
    'frame-ancestors': directives['frame-ancestors'] ?? ["'none'"],
  };
  return Object.entries(all)
    .map(([name, sources]) => `${name} ${sources.join(' ')}`)
    .join('; ');
}

/** Between two neighbours only: RFC 9110, section 7.6.1. */
const HOP_BY_HOP = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/**
 * What a sender could pretend with: who forwarded the request, and what the framework tells itself. Most of the framework's
 * holes of the last years were opened by such headers.
 */
const PRETENDED =
  /^(?:forwarded|via|x-forwarded-.*|x-real-ip|x-client-ip|cf-.*|true-client-ip|x-original-.*|x-rewrite-.*|x-http-method.*|x-method-override|x-middleware-.*|x-next.*|next-resume.*|x-matched-path|x-invoke-.*|x-prerender-.*|x-now-.*|x-vercel-.*|x-internal-.*|x-request-id|content-security-policy.*|x-nonce)$/u;

/** Of the headers of a request, those that may go on to the framework. */
export function forwardable(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  const named = new Set(
    (headers.connection ?? '')
      .toLowerCase()
      .split(',')
      .map((name) => name.trim()),
  );
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]): [string, string | string[]][] =>
      value === undefined || HOP_BY_HOP.has(name) || named.has(name) || PRETENDED.test(name) ? [] : [[name, value]],
    ),
  );
}

/** What the framework says of itself and nobody needs; the client on the desk reads some others of its headers. */
const CHATTY = new Set(['x-powered-by', 'x-nextjs-cache', 'x-nextjs-prerender', 'server', 'date', 'link']);

/** Of the headers of an answer of the framework, those that may go on to the reader. */
export function answerable(headers: IncomingHttpHeaders): Record<string, string | string[]> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]): [string, string | string[]][] =>
      value === undefined || HOP_BY_HOP.has(name) || CHATTY.has(name) ? [] : [[name, value]],
    ),
  );
}
