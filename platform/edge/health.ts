import type { ServerResponse } from 'node:http';
import type { Framework } from './framework.ts';

const LIVE = '/api/health/live';
const READY = '/api/health/ready';
const KEPT_MS = 1000;

interface Readiness {
  status: number;
  said: Record<string, unknown>;
}

/**
 * Answers what is asked about the health of the site, whatever host it is asked under. The edge is alive as long as it
 * answers; ready is what stands behind it, with the edge's own account of its pages.
 *
 * @returns `false` where the address is another
 */
export function createHealth(
  framework: Framework,
  account: () => Record<string, number>,
): (response: ServerResponse, path: string) => Promise<boolean> {
  let known: { until: number; readiness: Promise<Readiness> } | null = null;

  async function ask(): Promise<Readiness> {
    const ready = await framework.ready();
    return ready ?? { status: 503, said: { status: 'webUnreachable' } };
  }

  return async (response, path) => {
    if (path === LIVE) {
      sendJson(response, { status: 200, said: { status: 'alive' } });
      return true;
    }
    if (path !== READY) return false;
    const now = performance.now();
    if (known === null || known.until <= now) known = { until: now + KEPT_MS, readiness: ask() };
    const { status, said } = await known.readiness;
    sendJson(response, { status, said: { ...said, edge: account() } });
    return true;
  };
}

function sendJson(response: ServerResponse, { status, said }: Readiness): void {
  const body = JSON.stringify(said);
  const headers = [
    'content-type',
    'application/json',
    'content-length',
    String(Buffer.byteLength(body)),
    'cache-control',
    'no-store',
  ];
  response.writeHead(status, headers);
  response.end(body);
}
