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

/** A port of this machine that nothing listens on now. */
export async function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port);
        else reject(new Error('the system names no free port'));
      });
    });
  });
}
