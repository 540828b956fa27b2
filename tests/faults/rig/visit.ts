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

/** Asks for an address and waits for the whole answer; a failure is an answer, not an exception. */
export async function visit(url: string, options: VisitOptions = {}): Promise<Visit> {
  const { method = 'GET', headers = {}, body, agent = false, timeoutMs = TIMEOUT_MS } = options;
  const since = performance.now();
  const signal = AbortSignal.timeout(timeoutMs);
  return new Promise((resolve) => {
    const fail = (error: Error & { code?: string }): void => {
      const failure = error.code ?? error.message;
      resolve({ status: 0, ms: performance.now() - since, text: '', headers: {}, failure });
    };
    const sent = request(url, { method, headers, agent, signal }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('error', fail);
      answer.once('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ status: answer.statusCode ?? 0, ms: performance.now() - since, text, headers: answer.headers });
      });
    });
    sent.once('error', fail);
    sent.end(body);
  });
}
