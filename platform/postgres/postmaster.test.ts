import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { expect, test } from 'vitest';
import { findFreePort, isAlive } from './postmaster.ts';

test('this program runs, one that ended does not', () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(isAlive(spawnSync('true').pid)).toBe(false);
});

test.runIf(existsSync('/proc/self/stat'))('one that ended and was not noticed by its parent does not run', async () => {
  // The shell becomes `sleep`, which never asks after the child it inherits; that ends when the shell is gone.
  const parent = spawn('sh', ['-c', 'sleep 0.2 & echo $!; exec sleep 5'], { stdio: ['ignore', 'pipe', 'ignore'] });
  const [chunk] = await once(parent.stdout, 'data');
  await expect.poll(() => isAlive(Number(String(chunk)))).toBe(false);
  expect(existsSync(`/proc/${String(chunk).trim()}`)).toBe(true);
  parent.kill('SIGKILL');
});

test('a free port can be listened on', async () => {
  const server = createServer();
  const port = await findFreePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  expect(server.listening).toBe(true);
  server.close();
});
