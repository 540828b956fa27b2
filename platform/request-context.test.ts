import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from 'vitest';
import { enterRequest, requestId } from './request-context.ts';

/** What the code behind a request calls it, some turns of the loop later. */
async function nameFor(sent: string | undefined): Promise<string | null> {
  enterRequest({ headers: sent === undefined ? {} : { 'x-request-id': sent } });
  await new Promise((resolve) => setTimeout(resolve, 5));
  return requestId();
}

test('there is no request outside of one', () => {
  expect(requestId()).toBeNull();
});

test('each request keeps its own name, however many are under way', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `request-${String(index)}`);
  expect(await Promise.all(names.map(nameFor))).toEqual(names);
});

test.each([undefined, '', 'short', 'x'.repeat(65), 'with a space', 'request */ drop', 'zwölfzeichen'])(
  'what can be no name is replaced: %s',
  async (sent) => {
    expect(await nameFor(sent)).toMatch(/^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u);
  },
);

test('a server’s requests have it from their first moment, also two on one connection', async () => {
  const CHANNEL = 'http.server.request.start';
  const onStart = (message: unknown): void => enterRequest((message as { request: IncomingMessage }).request);
  subscribe(CHANNEL, onStart);
  const server = createServer((_request, response) => {
    setTimeout(() => response.end(requestId()), 5);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const ask = (name: string): Promise<string> =>
    new Promise((resolve) => {
      get({ port, host: '127.0.0.1', headers: { 'x-request-id': name } }, (answer) => {
        answer.setEncoding('utf8').on('data', resolve);
      });
    });
  expect(await ask('request-one')).toBe('request-one');
  expect(await Promise.all([ask('request-two'), ask('request-three')])).toEqual(['request-two', 'request-three']);
  unsubscribe(CHANNEL, onStart);
  server.close();
});
