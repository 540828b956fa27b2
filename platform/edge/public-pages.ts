import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Fate, Framework } from './framework.ts';
import { createJointMaking } from './joint-making.ts';
import type { PageMaker } from './page-maker.ts';
import type { HotPage } from './hot-pages.ts';
import type { PageStore } from './page-store.ts';
import type { Problems } from './problems.ts';
import type { QueryPages } from './query-pages.ts';
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
  queryPages: QueryPages;
}

const STATIC_FILE = /^\/(?:_next\/static|client|fonts)\//u;

/**
 * The public part of the site. An address that was never made is asked for first, so that one that never was costs a look
 * into an index and leaves nothing behind.
 */
export function createPublicPages({ store, maker, framework, problems, queryPages }: PublicParts): PublicPages {
  const makeJointly = createJointMaking(maker);

  async function answerUnkept(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const fate = STATIC_FILE.test(path) ? LIVE : await framework.fateOf(path);
    if (response.destroyed) return;
    // Made while it was asked for.
    const page = store.hot(path);
    if (page !== undefined) sendPage(request, response, page);
    else if (fate === null) await problems.show(request, response, { name: 'tooMany', path });
    else if (fate.state === 'live') await answerMade(request, response, path);
    else await answerFate(request, response, { path, fate });
  }

  async function answerMade(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const made = await makeJointly(response, path);
    if (response.destroyed) return;
    if (made === null) await problems.show(request, response, { name: 'tooMany', path });
    else if (made.kind === 'page') sendPage(request, response, made.page);
    else if (made.kind === 'once') sendAnswer({ request, response }, made.answer);
    else if (made.kind === 'moved')
      sendMoved(response, made.location, { status: made.status, cache: 'private, no-store' });
    else await problems.show(request, response, { name: made.kind === 'missing' ? 'unknown' : 'unavailable', path });
  }

  async function answerFate(
    request: IncomingMessage,
    response: ServerResponse,
    { path, fate }: { path: string; fate: Exclude<Fate, { state: 'live' }> },
  ): Promise<void> {
    if (fate.state === 'moved') sendMoved(response, fate.location);
    else if (fate.state === 'unavailable') await problems.show(request, response, { name: 'unavailable', path });
    else await problems.show(request, response, { name: fate.state, path, locale: fate.locale });
  }

  return {
    answer: async (request, response, { path, search }) => {
      if (await queryPages.answer(request, response, { path, search })) return;
      if (request.method !== 'GET' && request.method !== 'HEAD') {
        await problems.show(request, response, { name: 'method', path, headers: ['allow', 'GET, HEAD'] });
      } else if (path.length > 1 && path.endsWith('/')) {
        sendMoved(response, `${path.replace(/\/+$/u, '')}${search}`);
      } else {
        const page = await store.find(path);
        if (response.destroyed) return;
        if (page !== null) sendPage(request, response, page);
        else await answerUnkept(request, response, path);
      }
    },
  };
}

const LIVE: Fate = { state: 'live' };

/** A kept page was asked for. */
export function countReader(hot: HotPage): void {
  hot.isRecent = true;
  hot.page.hits += 1;
}

function sendPage(request: IncomingMessage, response: ServerResponse, hot: HotPage): void {
  countReader(hot);
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
