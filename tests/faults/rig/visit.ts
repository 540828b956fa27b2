import { Agent, type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from 'node:http';

/** One answer as a visitor got it. */
export interface Visit {
  /** 0 where there was no answer: refused, cut off, or too late. */
  status: number;
  ms: number;
  text: string;
  headers: IncomingHttpHeaders;
  /** Why there was no answer. */
  failure?: string;
  /** Whether it was sent a second time, since the connection had been closed. */
  isRepeated?: boolean;
}

/** What is asked for. */
export interface VisitOptions {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: Buffer;
  agent?: Agent | false;
  timeoutMs?: number;
}

const TIMEOUT_MS = 20_000;

/** Connections that stay open, as browsers and proxies keep them. */
export function openAgent(sockets: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: sockets });
}

/**
 * Asks for an address and waits for the whole answer; a failure is an answer, not an exception. Where a connection that had
 * been used before turns out to be closed, a GET is sent once more, as browsers do (RFC 9112, section 9.3.1).
 */
export async function visit(url: string, options: VisitOptions = {}): Promise<Visit> {
  const first = await visitOnce(url, options);
  if (!first.isClosedBefore || (options.method ?? 'GET') !== 'GET') return first.visit;
  const second = await visitOnce(url, options);
  return { ...second.visit, ms: first.visit.ms + second.visit.ms, isRepeated: true };
}

interface Attempt {
  visit: Visit;
  /** The connection was an old one, and was closed before anything was answered. */
  isClosedBefore: boolean;
}

async function visitOnce(url: string, options: VisitOptions): Promise<Attempt> {
  const { method = 'GET', headers = {}, body, agent = false, timeoutMs = TIMEOUT_MS } = options;
  const since = performance.now();
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve) => {
    let isAnswered = false;
    const fail = (error: Error & { code?: string }): void => {
      const failure = error.code ?? error.message;
      const isClosedBefore = sent.reusedSocket && failure === 'ECONNRESET' && !isAnswered;
      resolve({
        visit: { status: 0, ms: performance.now() - since, text: '', headers: {}, failure },
        isClosedBefore,
      });
    };
    const sent = request(url, { method, headers, agent, signal }, (answer) => {
      isAnswered = true;
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', fail);
      answer.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const ms = performance.now() - since;
        const found = { status: answer.statusCode ?? 0, ms, text, headers: answer.headers };
        resolve({ visit: found, isClosedBefore: false });
      });
    });
    sent.once('error', fail);
    sent.end(body);
  });
}
