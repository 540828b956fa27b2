import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** The server that a data folder says is running. */
export interface Postmaster {
  pid: number;
  port: number;
}

/** The server running on a data folder, or `null` where there is none, or only the trace of one that died. */
export function findPostmaster(folder: string): Postmaster | null {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const [pid, , , port] = readFileSync(file, 'utf8').split('\n').map(Number);
  if (pid === undefined || port === undefined || !isAlive(pid)) return null;
  if (isPostgres(pid)) return { pid, port };
  // The number was given to another program since, which would keep Postgres from starting for ever.
  rmSync(file, { force: true });
  return null;
}

/** Whether a program with this number runs. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM';
  }
  return !isDefunct(pid);
}

/** Whether a program has ended and only waits for its parent to notice, in a container without an init for ever. */
function isDefunct(pid: number): boolean {
  try {
    // The name in brackets before the state may itself hold brackets and spaces.
    return /.*\) [ZX] /su.test(readFileSync(`/proc/${String(pid)}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Whether a running program is Postgres; assumed where the system cannot tell. */
function isPostgres(pid: number): boolean {
  const path = `/proc/${String(pid)}/comm`;
  return !existsSync(path) || readFileSync(path, 'utf8').trim() === 'postgres';
}

/** Below the ports that systems give to outgoing connections, which would be in the way of a program that starts again. */
const PORTS = { first: 15_000, count: 17_000 };
const TRIES = 50;

/** A port of this machine that nothing listens on now. */
export async function findFreePort(): Promise<number> {
  for (let attempt = 0; attempt < TRIES; attempt += 1) {
    const port = PORTS.first + Math.floor(Math.random() * PORTS.count);
    if (await isFree(port)) return port;
  }
  throw new Error(`no port of ${String(TRIES)} that were tried is free`);
}

async function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    // On all addresses, since whoever gets the port may listen there.
    server.listen(port, () => server.close(() => resolve(true)));
  });
}
