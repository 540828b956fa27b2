import { createServer, type Server } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { claimPort } from './port.ts';

let server: Server;

afterEach(() => {
  server.close();
});

async function listen(host?: string): Promise<number> {
  server = createServer();
  await new Promise<void>((resolve) => server.listen({ port: 0, ...(host === undefined ? {} : { host }) }, resolve));
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

test.each([undefined, '127.0.0.1'])('a port that a program listens on is taken (%s)', async (host) => {
  const port = await listen(host);
  await expect(claimPort(port)).rejects.toThrow(
    `Port ${String(port)} is taken by another program. Choose another with PORT or --port.`,
  );
});

test('a port that was given back is free, and 0 finds one', async () => {
  const port = await listen();
  await new Promise((resolve) => server.close(resolve));
  expect(await claimPort(port)).toBe(port);
  expect(await claimPort(0)).toBeGreaterThan(1023);
});
