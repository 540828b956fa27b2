import type { IncomingMessage } from 'node:http';
import { createHealth } from './health.ts';
import { keepPages, openStore } from './keeping.ts';
import { ownHosts } from './own-hosts.ts';
import { createPrivatePages } from './private-pages.ts';
import type { EdgeOptions } from './options.ts';
import { createProblems } from './problems.ts';
import { createPublicPages } from './public-pages.ts';
import { createQueryPages } from './query-pages.ts';
import { listen } from './server.ts';
import { connectUpstream } from './upstream.ts';

/** A running edge. */
export interface Edge {
  /** Finishes what is under way and ends. */
  close: () => Promise<void>;
}

/**
 * Starts the process that stands before the site: it answers readers from the last good answer of each page, whatever became
 * of everything behind it, and hands on what staff and machines ask.
 *
 * @throws Error where the port cannot be had
 */
export async function startEdge(options: EdgeOptions): Promise<Edge> {
  const { port, publicUrl, log } = options;
  const isSecure = publicUrl?.startsWith('https:') === true;
  const host = publicUrl === undefined ? `localhost:${String(port)}` : new URL(publicUrl).host;
  const upstream = connectUpstream(options.upstreamUrl);
  const store = openStore(options);
  const problems = createProblems({ ...options, store, isSecure, pageOf: options.problemPage });
  const keeping = keepPages(options, { upstream, host, isSecure, problemPages: problems.pages, store });
  const { framework, marks, refresher } = keeping;
  const queryPages = createQueryPages({ ...options, upstream, marks, problems, host, isSecure });
  const addressOf = createAddressOf(options.trustedProxies);
  const listening = await listen(port, {
    ...options,
    store,
    problems,
    publicPages: createPublicPages({ ...keeping, problems, queryPages }),
    privatePages: createPrivatePages({ ...options, upstream, problems, isSecure, addressOf }),
    isOwnHost: ownHosts(publicUrl),
    answerHealth: createHealth(framework, () => ({ ...store.stats(), ...refresher.backlog() })),
    onFailure: log.failure,
  });
  return {
    close: async () => {
      await listening.drain();
      // Nobody is left who could wait for an answer from there.
      upstream.close();
      await keeping.close();
    },
  };
}

/** Who sent a request: the neighbour, or where that is a proxy of ours, whom it names last. */
function createAddressOf(trustedProxies: readonly string[]): (request: IncomingMessage) => string {
  const trusted = new Set(trustedProxies);
  return ({ socket, headers }) => {
    const neighbour = (socket.remoteAddress ?? '').replace(/^::ffff:/u, '');
    const named = headers['x-forwarded-for'];
    if (!trusted.has(neighbour) || typeof named !== 'string') return neighbour;
    const last = named.split(',').at(-1)?.trim() ?? '';
    return last === '' ? neighbour : last;
  };
}
