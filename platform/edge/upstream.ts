import { Agent, type ClientRequest, type IncomingMessage, request, type RequestOptions } from 'node:http';

/** What the framework answered, read to its end. */
export interface Heard {
  status: number;
  headers: IncomingMessage['headers'];
  body: Buffer;
}

/** The framework behind the edge. */
export interface Upstream {
  /** Asks for something small and reads the answer. @throws Error where nothing answers in time */
  ask: (path: string, options?: { headers?: Record<string, string>; timeoutMs?: number }) => Promise<Heard>;
  /** Opens a request whose body and answer flow by. */
  open: (options: RequestOptions) => ClientRequest;
  /** Gives up what is still being asked. */
  close: () => void;
}

const ANSWER_MS_MAX = 20_000;
const ANSWER_BYTES_MAX = 32 * 1024 * 1024;

/** Talks to the framework at an address of this machine. */
export function connectUpstream(url: string): Upstream {
  const { hostname, port } = new URL(url);
  const kept = new Agent({ keepAlive: true, maxSockets: 64, maxFreeSockets: 16, timeout: 60_000 });
  // A request that may change something never goes out on a connection that the other side may be closing.
  const fresh = new Agent({ keepAlive: false, maxSockets: 256 });
  const open = (options: RequestOptions) =>
    request({ ...options, hostname, port, agent: isSafe(options.method) ? kept : fresh });

  let isClosed = false;

  async function askOnce(path: string, headers: Record<string, string>, timeoutMs: number): Promise<Heard> {
    return new Promise((resolve, reject) => {
      const asked = open({ path, method: 'GET', headers });
      const limit = setTimeout(() => asked.destroy(new Error(`no answer within ${String(timeoutMs)} ms`)), timeoutMs);
      asked.once('error', reject);
      asked.once('close', () => clearTimeout(limit));
      asked.once('response', (response) => {
        readBody(response).then(
          (body) => resolve({ status: response.statusCode ?? 502, headers: response.headers, body }),
          reject,
        );
      });
      asked.end();
    });
  }

  return {
    ask: async (path, { headers = {}, timeoutMs = ANSWER_MS_MAX } = {}) => {
      try {
        return await askOnce(path, headers, timeoutMs);
      } catch (thrown) {
        // The other side closed a connection that had been waiting; a new one tells whether it is there.
        if (isClosed || !isHangUp(thrown)) throw thrown;
        return askOnce(path, headers, timeoutMs);
      }
    },
    open,
    close: () => {
      isClosed = true;
      kept.destroy();
      fresh.destroy();
    },
  };
}

/** Whether a method may be repeated without harm. */
export function isSafe(method: string | undefined): boolean {
  return method === undefined || method === 'GET' || method === 'HEAD';
}

/** Whether a connection ended before anything was answered. */
export function isHangUp(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && (thrown.code === 'ECONNRESET' || thrown.code === 'EPIPE');
}

async function readBody(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of response) {
    const bytes = asBytes(chunk);
    length += bytes.length;
    if (length > ANSWER_BYTES_MAX) throw new Error('the answer is larger than any page');
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** A response without an encoding gives its chunks as buffers. */
function asBytes(chunk: unknown): Buffer {
  return chunk as Buffer;
}
