import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { text } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { findFreePort } from '#platform/postgres/postmaster.ts';
import { createListenerKeeper } from './keep-listener.ts';
import { launch } from './programs.ts';

const keeper = createListenerKeeper();
const started: ChildProcess[] = [];

afterEach(() => {
  keeper.release();
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(port: number, isKept = true): ChildProcess {
  const args = ['--import', 'tsx', 'tests/support/listening-child.ts', String(port)];
  const child = keeper.keepFor(launch({ args, environment: isKept ? { LISTENER_KEPT: 'yes' } : {} }, 'errors'));
  started.push(child);
  return child;
}

/** Who answers, by its number. */
async function ask(port: number): Promise<number> {
  const answer = await new Promise<string>((resolve, reject) => {
    get({ host: '127.0.0.1', port, agent: new Agent() }, (response) => {
      text(response).then(resolve, reject);
    }).once('error', reject);
  });
  return Number(answer);
}

test('whoever comes while a server is started again waits, and is answered', { timeout: 60_000 }, async () => {
  const port = await findFreePort();
  const first = start(port);
  await expect.poll(() => ask(port).catch(() => null), { timeout: 30_000 }).toBe(first.pid);
  first.kill('SIGKILL');
  await once(first, 'exit');
  const asked = ask(port);
  const second = start(port);
  expect(await asked).toBe(second.pid);
  second.kill('SIGKILL');
  await once(second, 'exit');
  keeper.release();
  await expect(ask(port), 'the port is free').rejects.toThrow('ECONNREFUSED');
});

test('without somebody who keeps it, the port is free when its server has ended', { timeout: 60_000 }, async () => {
  const port = await findFreePort();
  const only = start(port, false);
  await expect.poll(() => ask(port).catch(() => null), { timeout: 30_000 }).toBe(only.pid);
  only.kill('SIGKILL');
  await once(only, 'exit');
  await expect(ask(port)).rejects.toThrow('ECONNREFUSED');
});
