import { randomBytes, randomUUID } from 'node:crypto';
import type { ClientRequest, IncomingMessage, ServerResponse } from 'node:http';
import { answerable, deskPolicy, type Framing, forwardable, safetyHeaders } from './headers.ts';
import type { Problems } from './problems.ts';
import type { Target } from './target.ts';
import { isHangUp, isSafe, type Upstream } from './upstream.ts';

/** Hands requests of staff and machines on to the framework. */
export interface PrivatePages {
  answer: (request: IncomingMessage, response: ServerResponse, target: Target) => Promise<void>;
}

interface PrivateParts {
  upstream: Upstream;
  /** Where the framework listens: an address that no reader may be sent to. */
  upstreamUrl: string;
  problems: Problems;
  isSecure: boolean;
  framingOf: (path: string) => Framing;
  /** Who sent a request, as far as the network tells. */
  addressOf: (request: IncomingMessage) => string;
  /** What a body may hold. */
  bodyBytesMax: number;
}

const METHODS = new Set(['GET', 'HEAD', 'POST']);
const ANSWER_MS_MAX = 60_000;
const AGAIN_SECONDS = '5';
/** A browser that is still sending sees no answer; of a body that is refused, so much is read and thrown away for it. */
const DISCARDED_BYTES_MAX = 64 * 1024 * 1024;

/** The part of the site that is never kept. While the framework is away, a page of the edge says so. */
export function createPrivatePages(parts: PrivateParts): PrivatePages {
  const { problems, bodyBytesMax, isSecure } = parts;
  return {
    answer: async (request, response, target) => {
      const { path } = target;
      if (!METHODS.has(request.method ?? '')) {
        await problems.show(request, response, { name: 'method', path, headers: ['allow', 'GET, HEAD, POST'] });
      } else if (isForeign(request, isSecure)) {
        request.resume();
        await problems.show(request, response, { name: 'foreign', path });
      } else if (Number(request.headers['content-length'] ?? 0) > bodyBytesMax) {
        await refuseBody(request, response, { path, problems });
      } else {
        await forward(request, response, { target, parts });
      }
    },
  };
}

/** Whether another site's page sent this. Who names no site at all is judged by who carries the form out. */
function isForeign({ method, headers: { origin, host } }: IncomingMessage, isSecure: boolean): boolean {
  if (isSafe(method) || origin === undefined) return false;
  return origin !== `${isSecure ? 'https' : 'http'}://${String(host)}`;
}

interface Forwarding {
  target: Target;
  parts: PrivateParts;
}

async function forward(request: IncomingMessage, response: ServerResponse, forwarding: Forwarding): Promise<void> {
  const { path } = forwarding.target;
  const { problems } = forwarding.parts;
  let outcome = await exchange(request, response, forwarding);
  // The connection had been closed while it waited; nothing was done, and nothing was sent that could not be sent again.
  const mayAskAgain = isSafe(request.method) && !response.destroyed;
  if (outcome === 'hungUp' && mayAskAgain) outcome = await exchange(request, response, forwarding);
  if (outcome === 'answered') return;
  if (response.headersSent || response.destroyed) response.destroy();
  else if (outcome === 'tooLarge') await refuseBody(request, response, { path, problems });
  else if (outcome === 'unread') await problems.show(request, response, { name: 'badRequest', path });
  else await tellAway(request, response, { path, problems });
}

async function tellAway(
  request: IncomingMessage,
  response: ServerResponse,
  { path, problems }: { path: string; problems: Problems },
): Promise<void> {
  request.resume();
  // A page that was asked for comes by itself; what was sent is sent again by its author alone.
  const again = { name: 'moment', path, headers: ['refresh', AGAIN_SECONDS] } as const;
  await problems.show(request, response, isSafe(request.method) ? again : { name: 'notArrived', path });
}

type Outcome = 'answered' | 'away' | 'hungUp' | 'tooLarge' | 'unread';

async function exchange(request: IncomingMessage, response: ServerResponse, forwarding: Forwarding): Promise<Outcome> {
  const { target, parts } = forwarding;
  const nonce = randomBytes(16).toString('base64');
  return new Promise((resolve) => {
    const asked = parts.upstream.open({
      path: `${target.path}${target.search}`,
      method: request.method ?? 'GET',
      headers: headersFor(request, nonce, parts),
      timeout: ANSWER_MS_MAX,
    });
    asked.once('timeout', () => asked.destroy(new Error('no answer in time')));
    asked.once('error', (thrown) => resolve(isHangUp(thrown) ? 'hungUp' : 'away'));
    asked.once('response', (answer) => {
      if (response.destroyed) {
        answer.resume();
        resolve('answered');
        return;
      }
      if (isUnread(request, answer)) {
        answer.resume();
        resolve('unread');
        return;
      }
      answer.once('end', () => resolve('answered'));
      answer.once('error', () => resolve('away'));
      answer.once('aborted', () => resolve('away'));
      response.writeHead(
        answer.statusCode ?? 502,
        headersOf(answer, nonce, { ...parts, framing: parts.framingOf(target.path) }),
      );
      answer.pipe(response);
    });
    // Whoever goes away leaves nothing running for them.
    response.once('close', () => {
      if (!response.writableFinished) asked.destroy();
    });
    if (isSafe(request.method)) asked.end();
    else sendBody(request, asked, { bytesMax: parts.bodyBytesMax, onTooLarge: () => resolve('tooLarge') });
  });
}

/**
 * Whether the framework could not read what was sent: it fails with two bare words then, before anything of ours runs. Our own
 * failures are pages.
 */
function isUnread({ method }: IncomingMessage, { statusCode, headers }: IncomingMessage): boolean {
  return !isSafe(method) && statusCode === 500 && headers['content-type']?.startsWith('text/plain') === true;
}

function sendBody(
  request: IncomingMessage,
  asked: ClientRequest,
  { bytesMax, onTooLarge }: { bytesMax: number; onTooLarge: () => void },
): void {
  let length = 0;
  request.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length <= bytesMax) return;
    request.unpipe(asked);
    onTooLarge();
    asked.destroy();
  });
  request.pipe(asked);
}

function headersFor(
  request: IncomingMessage,
  nonce: string,
  { isSecure, addressOf }: PrivateParts,
): Record<string, string | string[]> {
  const own = forwardable(request.headers);
  // Its body stays here, and so does its length, or the next request on that connection would be taken for the body.
  if (isSafe(request.method)) delete own['content-length'];
  return {
    ...own,
    'x-forwarded-for': addressOf(request),
    'x-forwarded-host': request.headers.host ?? '',
    'x-forwarded-proto': isSecure ? 'https' : 'http',
    'x-request-id': randomUUID(),
    // From here the framework takes the word for its scripts.
    'content-security-policy': `script-src 'nonce-${nonce}' 'strict-dynamic'`,
  };
}

function headersOf(
  answer: IncomingMessage,
  nonce: string,
  { isSecure, upstreamUrl, framing }: Pick<PrivateParts, 'isSecure' | 'upstreamUrl'> & { framing: Framing },
): string[] {
  const own = Object.entries(answerable(answer.headers)).filter(
    ([name]) => name !== 'cache-control' && name !== 'location',
  );
  const isPage = answer.headers['content-type']?.startsWith('text/html') === true;
  const { location } = answer.headers;
  return [
    ...own.flatMap(([name, value]) => [value].flat().flatMap((one) => [name, one])),
    ...(location === undefined ? [] : ['location', locationFor(location, upstreamUrl)]),
    'cache-control',
    'private, no-store',
    ...(isPage
      ? ['content-security-policy', deskPolicy(nonce, framing), 'cross-origin-opener-policy', 'same-origin']
      : []),
    ...safetyHeaders(isSecure),
  ];
}

const HERE = new Set(['localhost', '127.0.0.1', '[::1]']);

/** What listens behind the edge names itself where it knows no better; a reader goes by the path alone. */
function locationFor(location: string, upstreamUrl: string): string {
  if (!URL.canParse(location)) return location;
  const { protocol, hostname, port, pathname, search, hash } = new URL(location);
  const upstream = new URL(upstreamUrl);
  const isUpstream = protocol === upstream.protocol && port === upstream.port;
  return isUpstream && (hostname === upstream.hostname || (HERE.has(hostname) && HERE.has(upstream.hostname)))
    ? // Two slashes at the beginning would name another host.
      `${pathname.replace(/^\/+/u, '/')}${search}${hash}`
    : location;
}

/** Says that a body is too large, once the browser is ready to listen. */
async function refuseBody(
  request: IncomingMessage,
  response: ServerResponse,
  { path, problems }: { path: string; problems: Problems },
): Promise<void> {
  if (Number(request.headers['content-length'] ?? 0) <= DISCARDED_BYTES_MAX) await discard(request);
  if (response.destroyed) return;
  await problems.show(request, response, { name: 'tooLarge', path, headers: ['connection', 'close'] });
}

async function discard(request: IncomingMessage): Promise<void> {
  if (request.readableEnded) return;
  await new Promise<void>((resolve) => {
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > DISCARDED_BYTES_MAX) resolve();
    });
    request.once('end', () => resolve());
    request.once('close', () => resolve());
    request.resume();
  });
}
