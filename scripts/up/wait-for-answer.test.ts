import { createServer, type Server } from 'node:http';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { waitForAnswer } from './wait-for-answer.ts';

let server: Server;
let url: string;
let statuses: number[];
const never = new AbortController().signal;

beforeEach(async () => {
  statuses = [];
  server = createServer((_request, response) => {
    response.statusCode = statuses.shift() ?? 200;
    response.end('x');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  url = `http://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}/`;
});
afterEach(() => {
  server.close();
});

test('a failing server is asked until it answers', async () => {
  statuses = [503, 500, 404, 200];
  await waitForAnswer(url, never);
  expect(statuses).toEqual([200]);
});

test('after a while the last answer is the reason', async () => {
  statuses = Array.from({ length: 50 }, () => 500);
  await expect(waitForAnswer(url, never, 250)).rejects.toThrow(`${url} answers with status 500`);
  await new Promise((resolve) => server.close(resolve));
  await expect(waitForAnswer(url, never, 50)).rejects.toThrow(`${url} does not answer`);
});

test('nobody waits for a command that shall end', async () => {
  await expect(waitForAnswer(url, AbortSignal.abort(new Error('ended')))).rejects.toThrow('ended');
});
