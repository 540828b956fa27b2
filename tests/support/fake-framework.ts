import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';

/** One request as it arrived behind the edge. */
export interface Asked {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  body: string;
}

/** Answers at one path; without one, nothing stands there. */
export type Route = (response: ServerResponse, asked: Asked, request: IncomingMessage) => void;

/** What stands behind an edge in a test, and can be stopped, changed and asked what it has seen. */
export interface FakeFramework {
  url: string;
  /** Every request but those of the edge for itself. */
  asked: Asked[];
  /** Every request, those of the edge for itself as well. */
  heard: string[];
  routes: Map<string, Route>;
  /** What the register says of an address; without a word it is live where a route stands, else unknown. */
  fates: Map<string, object>;
  /** All published addresses. */
  paths: string[];
  build: { build: string; render: string };
  /** Is called for each request that ended before its body did. */
  onBrokenOff: () => void;
  /** How often a path was asked for. */
  countOf: (path: string) => number;
  stop: () => Promise<void>;
  start: () => Promise<void>;
}

const KEY = 'the-word-between-neighbours';

/** The word with which an edge in a test shows itself. */
export const FAKE_KEY = KEY;

/** Starts one on a free port; a second start takes the same port. */
export async function startFakeFramework(): Promise<FakeFramework> {
  let server: Server | null = null;
  let port = 0;
  const fake: FakeFramework = {
    url: '',
    asked: [],
    heard: [],
    routes: new Map(),
    fates: new Map(),
    paths: [],
    build: { build: 'one', render: 'word-of-one' },
    onBrokenOff: () => undefined,
    countOf: (path) => fake.asked.filter((asked) => asked.path === path).length,
    start: async () => {
      server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
        // Whoever sends may break off.
        hear(fake, request, response).catch(() => {
          fake.onBrokenOff();
          response.destroy();
        });
      });
      port = await listenOn(server, port);
      fake.url = `http://127.0.0.1:${String(port)}`;
    },
    stop: async () => {
      const stopping = server;
      server = null;
      if (stopping === null) return;
      stopping.closeAllConnections();
      await new Promise<void>((resolve) => stopping.close(() => resolve()));
    },
  };
  await fake.start();
  return fake;
}

async function listenOn(server: Server, port: number): Promise<number> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

async function hear(fake: FakeFramework, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = request.url ?? '';
  fake.heard.push(path);
  if (path.startsWith('/internal/') && request.headers['x-internal-key'] === KEY) {
    sayToEdge(fake, new URL(path, 'http://site'), response);
    return;
  }
  const asked: Asked = { method: request.method ?? '', path, headers: request.headers, body: '' };
  fake.asked.push(asked);
  const route = fake.routes.get(path.split('?')[0] ?? '');
  if (route === undefined) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('nothing');
    return;
  }
  if (request.method === 'POST' && !route.name.startsWith('unread')) {
    for await (const chunk of request) asked.body += String(chunk);
  }
  route(response, asked, request);
}

function sayToEdge(fake: FakeFramework, { pathname, searchParams }: URL, response: ServerResponse): void {
  const say = (said: object) =>
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(said));
  if (pathname === '/internal/build') say(fake.build);
  else if (pathname === '/internal/addresses') say({ paths: fake.paths, next: null, at: Date.now() });
  else say({ answers: searchParams.getAll('path').map((path) => fateOf(fake, path)) });
}

function fateOf({ fates, routes }: FakeFramework, path: string): object {
  return fates.get(path) ?? (routes.has(path) ? { state: 'live' } : { state: 'unknown', locale: 'ar' });
}

/** A public page as the framework draws it, with a tag. */
export function page(text: string, tags: string): Route {
  return (response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 's-maxage=31536000' });
    response.end(pageOf(text, tags));
  };
}

/** The page that stands for a text. */
export function pageOf(text: string, tags: string): string {
  return `<!DOCTYPE html><html lang="ar"><head><meta name="page-tags" content="${tags}"/></head><body><p>${text}</p></body></html>`;
}
