import { createHash } from 'node:crypto';
import { connect, createServer, type Socket } from 'node:net';
import type { Lifetime } from '#scripts/up/lifetime.ts';

/** Counts what a server asks of its database. */
export interface StatementCounter {
  /** The address to give to the server instead of the database's own. */
  url: string;
  /** How often each statement was carried out, by its text and parameters. */
  executed: () => ReadonlyMap<string, Executed>;
}

/** One statement with its parameters, and how often it was carried out. */
export interface Executed {
  text: string;
  params: readonly (string | null)[];
  count: number;
}

const HEADER = 5;
const PARSE = 'P'.charCodeAt(0);
const BIND = 'B'.charCodeAt(0);

/**
 * Stands between a server and its database and counts the statements that pass, each by its text and parameters.
 *
 * Nothing else is as exact: the statistics of Postgres count rows and scans of tables, which several statements of several
 * pages share, and its log costs time. Here each `Bind` message of the protocol is one carrying-out of the statement that
 * a `Parse` message of the same connection gave its text, and a page carries out its main statement once a render.
 */
export async function countStatements(databaseUrl: string, { atEnd }: Lifetime): Promise<StatementCounter> {
  const target = new URL(databaseUrl);
  const counts = new Map<string, Executed>();
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect({ host: target.hostname, port: Number(target.port) });
    const read = readMessages((text, params) => {
      const key = createHash('sha1')
        .update(JSON.stringify([text, params]))
        .digest('base64');
      const known = counts.get(key) ?? { text, params, count: 0 };
      counts.set(key, { ...known, count: known.count + 1 });
    });
    client.on('data', read);
    client.pipe(upstream).pipe(client);
    for (const [own, other] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(own);
      own.setNoDelay(true);
      own.on('error', () => undefined);
      own.once('close', () => {
        sockets.delete(own);
        other.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  atEnd({
    stop: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  });
  const url = new URL(databaseUrl);
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the counter has no port');
  url.port = String(address.port);
  return { url: url.href, executed: () => counts };
}

/** Reads what a client sends; its first message alone has no letter in front. */
function readMessages(onBind: (text: string, params: (string | null)[]) => void): (chunk: Buffer) => void {
  const texts = new Map<string, string>();
  let rest: Buffer = Buffer.alloc(0);
  let isStarted = false;

  function take(message: Buffer): void {
    const body = message.subarray(HEADER);
    if (message[0] === PARSE) {
      const [name, afterName] = cString(body, 0);
      texts.set(name, cString(body, afterName)[0]);
    }
    if (message[0] === BIND) {
      const { statement, params } = readBind(body);
      onBind(texts.get(statement) ?? '', params);
    }
  }

  return (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    for (;;) {
      const letter = isStarted ? 1 : 0;
      if (rest.length < letter + 4) return;
      const length = letter + rest.readInt32BE(letter);
      if (rest.length < length) return;
      if (isStarted) take(rest.subarray(0, length));
      isStarted = true;
      rest = rest.subarray(length);
    }
  };
}

function readBind(body: Buffer): { statement: string; params: (string | null)[] } {
  const [, afterPortal] = cString(body, 0);
  const [statement, afterStatement] = cString(body, afterPortal);
  let at = afterStatement + 2 + 2 * body.readInt16BE(afterStatement);
  const count = body.readInt16BE(at);
  at += 2;
  const params = Array.from({ length: count }, () => {
    const length = body.readInt32BE(at);
    at += 4;
    if (length < 0) return null;
    at += length;
    return body.toString('utf8', at - length, at);
  });
  return { statement, params };
}

function cString(buffer: Buffer, from: number): [text: string, after: number] {
  const end = buffer.indexOf(0, from);
  return [buffer.toString('utf8', from, end), end + 1];
}
