import { createServer } from 'node:net';
import { findFreePort } from '#platform/postgres/postmaster.ts';

/**
 * A port that can be listened on now: the one asked for, or any free one where 0 is asked for.
 *
 * @throws Error that says why the port cannot be had, and how to choose another
 */
export async function claimPort(asked: number): Promise<number> {
  const port = asked === 0 ? await findFreePort() : asked;
  // A program that listens on this machine's own address alone is overlooked, on some systems, by the first.
  for (const host of [undefined, '127.0.0.1']) {
    const code = await tryListen(port, host);
    if (code !== null) throw new Error(`${sentenceFor(code, port)} Choose another with PORT or --port.`);
  }
  return port;
}

/** The code of the failure, or `null` where it went well. */
async function tryListen(port: number, host: string | undefined): Promise<string | null> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', (error) => {
      resolve('code' in error ? String(error.code) : error.message);
    });
    server.listen({ port, ...(host === undefined ? {} : { host }) }, () => {
      server.close(() => {
        resolve(null);
      });
    });
  });
}

function sentenceFor(code: string, port: number): string {
  if (code === 'EADDRINUSE') return `Port ${String(port)} is taken by another program.`;
  if (code === 'EACCES') return `Port ${String(port)} may not be used by this account.`;
  return `Port ${String(port)} cannot be used (${code}).`;
}
