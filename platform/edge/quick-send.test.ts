import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { talk } from '#tests/support/ask.ts';
import { type Answer, makeAnswer } from './answer.ts';
import { sendQuickly } from './quick-send.ts';
import { sendAnswer } from './sending.ts';

const KEEP_ALIVE_MS = 5000;

let server: Server;
let answer: Answer;
/** Whether the short way was taken, request by request. */
let taken: boolean[];

beforeEach(async () => {
  taken = [];
  const headers = ['content-type', 'text/html; charset=utf-8', 'cache-control', 'public, max-age=0'];
  answer = await makeAnswer({ status: 200, headers, body: Buffer.from('<p>نص</p>'.repeat(100)) });
  server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS }, (request, response) => {
    const isQuick = request.url === '/quick' && sendQuickly({ request, response }, answer, KEEP_ALIVE_MS);
    taken.push(isQuick);
    if (!isQuick) sendAnswer({ request, response }, answer);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

/** What goes over the line for two requests on one connection, the second of which ends it. */
async function hear(path: string, headers: string): Promise<string> {
  const { port } = addressOf(server);
  const head = `GET ${path} HTTP/1.1\r\nhost: localhost\r\n${headers}`;
  const { said, ended } = await talk(port, `${head}\r\n${head}connection: close\r\n\r\n`);
  await ended;
  return said().replaceAll(/^date: .*$/gimu, 'date: now');
}

it.each(['', 'accept-encoding: gzip\r\n', 'accept-encoding: br, gzip\r\n'])(
  'the short way sends what the long way sends: %j',
  async (headers) => {
    const long = await hear('/long', headers);
    expect(long.match(/HTTP\/1\.1 200 OK/gu)).toHaveLength(2);
    expect(await hear('/quick', headers)).toBe(long);
    expect(taken, 'the request that ends the connection goes the long way').toEqual([false, false, true, false]);
  },
);

it.each(['if-none-match: "x"\r\n', 'range: bytes=0-1\r\n'])(
  'is not for those who ask for less: %j',
  async (headers) => {
    expect(await hear('/quick', headers)).toBe(await hear('/long', headers));
    expect(taken).toEqual([false, false, false, false]);
  },
);

/** It listens on a port. */
function addressOf(listening: Server): AddressInfo {
  return listening.address() as AddressInfo;
}
