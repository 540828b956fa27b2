import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fate, Framework } from './framework.ts';
import { createGate } from './gate.ts';
import type { Made, PageMaker } from './page-maker.ts';
import type { HotPage } from './hot-pages.ts';
import type { PageStore } from './page-store.ts';
import type { Problems } from './problems.ts';
import { sendAnswer } from './sending.ts';
import type { Target } from './target.ts';

/** Answers readers, from what is kept wherever there is something. */
export interface PublicPages {
  answer: (request: IncomingMessage, response: ServerResponse, target: Target) => Promise<void>;
}

interface PublicParts {
  store: PageStore;
  maker: PageMaker;
  framework: Framework;
  problems: Problems;
}

/** So many pages are made at once for readers; whoever comes when the line is full is told to come again. */
const MADE_AT_ONCE = 16;
const WAITING_MAX = 2000;
const STATIC_FILE = /^\/_next\/static\//u;

/**
 * The public part of the site. An address that was never made is asked for first, so that one that never was costs a look
 * into an index and leaves nothing behind.
 */
export function createPublicPages({ store, maker, framework, problems }: PublicParts): PublicPages {
  const gate = createGate(MADE_AT_ONCE, WAITING_MAX);
  const looking = new Map<string, Promise<Found | null>>();

  async function look(path: string): Promise<Found | null> {
    const fate = STATIC_FILE.test(path) ? LIVE : await framework.fateOf(path);
    if (fate?.state === 'live') return gate.run(() => maker.make(path));
    return fate === null ? null : { kind: 'fate', fate };
  }

  /** Once for everybody who waits for the same address: they take one place among those who wait for others. */
  async function lookOnce(path: string): Promise<Found | null> {
    const known = looking.get(path) ?? look(path).finally(() => looking.delete(path));
    looking.set(path, known);
    return known;
  }

  async function answerUnkept(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const found = await lookOnce(path);
    if (response.destroyed) return;
    if (found === null) await problems.show(request, response, { name: 'tooMany', path });
    else if (found.kind === 'page') sendPage(request, response, found.page);
    else if (found.kind === 'once') sendAnswer({ request, response }, found.answer);
    else if (found.kind === 'fate') await answerFate(request, response, { path, fate: found.fate });
    else if (found.kind === 'moved') {
      sendMoved(response, found.location, { status: found.status, cache: 'private, no-store' });
    } else await problems.show(request, response, { name: found.kind === 'missing' ? 'unknown' : 'unavailable', path });
  }

  async function answerFate(
    request: IncomingMessage,
    response: ServerResponse,
    { path, fate }: { path: string; fate: Elsewhere },
  ): Promise<void> {
    if (fate.state === 'moved') sendMoved(response, fate.location);
    else if (fate.state === 'unavailable') await problems.show(request, response, { name: 'unavailable', path });
    else await problems.show(request, response, { name: fate.state, path, locale: fate.locale });
  }

  return {
    answer: async (request, response, { path, search }) => {
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        await problems.show(request, response, { name: 'method', path, headers: ['allow', 'GET, HEAD'] });
      } else if (path.length > 1 && path.endsWith('/')) {
        sendMoved(response, `${path.replace(/\/+$/u, '')}${search}`);
      } else {
        const page = (await store.find(path)) ?? store.hot(path) ?? null;
        if (response.destroyed) return;
        if (page !== null) sendPage(request, response, page);
        else await answerUnkept(request, response, path);
      }
    },
  };
}

type Elsewhere = Exclude<Fate, { state: 'live' }>;

/** What became of an address that was not kept. */
type Found = Made | { kind: 'fate'; fate: Elsewhere };

const LIVE: Fate = { state: 'live' };

/** Sends a kept page and counts who asked for it. */
export function sendPage(request: IncomingMessage, response: ServerResponse, hot: HotPage): void {
  hot.isRecent = true;
  hot.page.hits += 1;
  sendAnswer({ request, response }, hot.answer);
}

function sendMoved(
  response: ServerResponse,
  location: string,
  { status, cache } = { status: 308, cache: 'public, max-age=0, must-revalidate' },
): void {
  response.writeHead(status, ['location', location, 'cache-control', cache, 'content-length', '0']);
  response.end();
}
