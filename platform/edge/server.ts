import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { PageStore } from './page-store.ts';
import type { PrivatePages } from './private-pages.ts';
import type { Problems } from './problems.ts';
import { countReader, type PublicPages } from './public-pages.ts';
import { sendQuickly } from './quick-send.ts';
import { sendAnswer } from './sending.ts';
import { readTarget } from './target.ts';

interface ServerParts {
  store: PageStore;
  publicPages: PublicPages;
  privatePages: PrivatePages;
  problems: Problems;
  isOwnHost: (host: string | undefined) => boolean;
  isPrivate: (path: string) => boolean;
  /** Never seen from outside. */
  isHidden: (path: string) => boolean;
  /** Answers what is asked about the edge itself; `false` where the address is another. */
  answerHealth: (response: ServerResponse, path: string) => Promise<boolean>;
  onFailure: (thrown: unknown) => string;
  /** Others than the usual ones. */
  limits?: Partial<ConnectionLimits>;
  /** A socket that listens on this port already. */
  listener?: object | null;
  onListening?: (server: Server) => void;
}

/** How long others may take: slow senders and readers lose their connection. */
export interface ConnectionLimits {
  /** Without a byte in either direction while an answer is under way. */
  idleTimeout: number;
  headersTimeout: number;
  requestTimeout: number;
  keepAliveTimeout: number;
  /** How often it is looked for those who take longer. */
  connectionsCheckingInterval: number;
}

/** A server that is listening. */
export interface Listening {
  /** Takes no new work, finishes what is under way, and ends. */
  drain: () => Promise<void>;
}

const HEADER_BYTES_MAX = 16 * 1024;
const LIMITS: ConnectionLimits = {
  idleTimeout: 70_000,
  headersTimeout: 10_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 2000,
};
/** Readers with an open connection get so long to send what they were about to send. */
const GRACE_MS = 1000;
const DRAIN_MS_MAX = 8000;
/** So often it is looked for connections whose last answer is sent. */
const LOOK_MS = 50;

/** Starts to listen: on the socket that was handed over, else on all addresses of this machine. */
export async function listen(port: number, parts: ServerParts): Promise<Listening> {
  const hidden = new Set(parts.problems.pages);
  const { idleTimeout, ...limits } = { ...LIMITS, ...parts.limits };
  let isDraining = false;
  const server = createServer({ maxHeaderSize: HEADER_BYTES_MAX, ...limits }, (request, response) => {
    if (isDraining) response.setHeader('connection', 'close');
    const hot = isDraining || request.method !== 'GET' ? undefined : parts.store.hot(request.url ?? '');
    // A page in memory under exactly this address needs no more looking.
    if (hot !== undefined && !hidden.has(hot.page.path) && parts.isOwnHost(request.headers.host)) {
      countReader(hot);
      if (!sendQuickly({ request, response }, hot.answer, limits.keepAliveTimeout)) {
        sendAnswer({ request, response }, hot.answer);
      }
      // Most answers are with the reader's machine by now; a clock for each of them would cost more than the rest of the look.
      if (request.socket.writableLength > 0) request.socket.setTimeout(idleTimeout);
      return;
    }
    request.socket.setTimeout(idleTimeout);
    answer(request, response, parts).catch((thrown: unknown) => fail(response, parts.onFailure(thrown)));
  });
  const sockets = new Set<Socket>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('clientError', refuseUnreadable);
  // Who offers another protocol gets this one; who wants a way through to elsewhere is let go.
  server.on('connect', (_request, socket: Socket) => endSocket(socket, '405 Method Not Allowed'));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.listener ?? port, resolve);
  });
  // A connection that cannot be taken, for want of descriptors, is no reason to end.
  server.on('error', parts.onFailure);
  parts.onListening?.(server);
  return {
    drain: async () => {
      isDraining = true;
      await drain(server, sockets);
    },
  };
}

async function answer(request: IncomingMessage, response: ServerResponse, parts: ServerParts): Promise<void> {
  const { host = '', url = '/' } = { host: request.headers.host, url: request.url };
  const target = namesTwoHosts(request) ? null : readTarget(url, host);
  if (target === null) {
    await parts.problems.show(request, response, { name: 'badRequest', path: url });
    return;
  }
  const { path } = target;
  if (await parts.answerHealth(response, path)) return;
  if (!parts.isOwnHost(host)) await parts.problems.show(request, response, { name: 'misdirected', path });
  else if (parts.isHidden(path)) await parts.problems.show(request, response, { name: 'unknown', path });
  else if (parts.isPrivate(path)) await parts.privatePages.answer(request, response, target);
  else await parts.publicPages.answer(request, response, target);
}

/** Whoever stands in front may have gone by the other one: RFC 9112, section 3.2. */
function namesTwoHosts({ rawHeaders }: IncomingMessage): boolean {
  return rawHeaders.filter((part, at) => at % 2 === 0 && part.toLowerCase() === 'host').length > 1;
}

function fail(response: ServerResponse, reference: string): void {
  if (response.headersSent || response.destroyed) {
    response.destroy();
    return;
  }
  response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  response.end(`${reference}\n`);
}

/** What cannot be read has no language and no address: the status says what is wrong. */
function refuseUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const isLong = error.code === 'HPE_HEADER_OVERFLOW';
  const isSlow = error.code === 'ERR_HTTP_REQUEST_TIMEOUT';
  if (isSlow) endSocket(socket, '408 Request Timeout');
  else endSocket(socket, isLong ? '431 Request Header Fields Too Large' : '400 Bad Request');
}

function endSocket(socket: Socket, status: string): void {
  // A socket that was handed over has nobody else who hears that the other side is gone.
  socket.on('error', () => socket.destroy());
  socket.end(`HTTP/1.1 ${status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n`, () => socket.destroy());
}

async function drain(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  // Who is connected already and is about to ask gets an answer and a good-bye.
  if (sockets.size > 0) await new Promise<void>((resolve) => setTimeout(resolve, GRACE_MS));
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  // One that has never asked counts as busy for the server.
  for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
  const look = setInterval(() => server.closeIdleConnections(), LOOK_MS);
  const limit = setTimeout(() => server.closeAllConnections(), DRAIN_MS_MAX);
  await closed;
  clearInterval(look);
  clearTimeout(limit);
}
