import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { isAlive } from '#platform/postgres/postmaster.ts';
import { endProgram, killPrograms, launch, runToEnd } from './programs.ts';

const forever = 'setInterval(() => {}, 1000)';
const deaf = `process.on('SIGTERM', () => {}); process.stdout.write('deaf'); ${forever}`;
const never = new AbortController().signal;
/** Starts another program, says its number and runs on. */
const starting = `const c = require('node:child_process').spawn(process.execPath, ['--eval', ${JSON.stringify(forever)}], { stdio: 'ignore' }); console.log(c.pid); ${forever}`;

function program(code: string) {
  return { args: ['--eval', code], environment: {} };
}

test('a program is run to its end, with what it wrote to both streams', async () => {
  const code = "console.log('out'); console.error('err'); process.exitCode = 3";
  const { output, code: exitCode } = await runToEnd(program(code), { signal: never });
  expect(exitCode).toBe(3);
  expect(output.split('\n').toSorted()).toEqual(['err', 'out']);
});

test('it gets the environment it is given, and none of ours is changed', async () => {
  const shown = {
    args: ['--print', 'process.env.UP_TEST + process.env.HOME'],
    environment: { UP_TEST: 'given', HOME: undefined },
  };
  expect(await runToEnd(shown, { signal: never })).toMatchObject({ output: 'givenundefined' });
});

test('one that is not there says so', async () => {
  const missing = { command: '/nowhere/program', args: [], environment: {} };
  await expect(runToEnd(missing, { signal: never })).rejects.toThrow('/nowhere/program ENOENT');
});

test('it is ended when nobody wants it any more', async () => {
  const controller = new AbortController();
  const running = runToEnd(program(forever), { signal: controller.signal });
  setTimeout(() => {
    controller.abort(new Error('not wanted'));
  }, 50);
  await expect(running).rejects.toThrow('not wanted');
  await expect(runToEnd(program(forever), { signal: controller.signal })).rejects.toThrow('not wanted');
});

test('one that does not end when asked is ended with all that it started', async () => {
  const child = launch(program(starting), 'pipe');
  const chunks: unknown[] = child.stdout === null ? [] : await once(child.stdout, 'data');
  const grandchild = Number(String(chunks[0]));
  expect(isAlive(grandchild)).toBe(true);
  killPrograms();
  await once(child, 'exit');
  await expect.poll(() => isAlive(grandchild), { timeout: 10_000 }).toBe(false);
});

test('what it started and did not end goes with it', async () => {
  const child = launch(program(starting), 'pipe');
  const chunks: unknown[] = child.stdout === null ? [] : await once(child.stdout, 'data');
  await endProgram(child);
  await expect.poll(() => isAlive(Number(String(chunks[0])))).toBe(false);
});

test('asked to end, it has time to; asked again it is gone already', async () => {
  const orderly = `process.on('SIGTERM', () => setTimeout(() => process.exit(5), 100)); process.stdout.write('up'); ${forever}`;
  const child = launch(program(orderly), 'pipe');
  if (child.stdout !== null) await once(child.stdout, 'data');
  await endProgram(child);
  expect(child.exitCode).toBe(5);
  await endProgram(child);
});

test('one that is deaf to being asked is ended after a while', async () => {
  const child = launch(program(deaf), 'pipe');
  if (child.stdout !== null) await once(child.stdout, 'data');
  await endProgram(child, { killAfterMs: 100 });
  expect(child.signalCode).toBe('SIGKILL');
});

test('a program ends when the one that started it was killed', async () => {
  const endWithParent = './scripts/up/end-with-parent.mjs?of=';
  const starter = `
    const { spawn } = require('node:child_process');
    const args = ['--import', '${endWithParent}' + process.pid, '--eval', ${JSON.stringify(forever)}];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'ignore', 'ignore', 'ipc'], detached: true });
    setTimeout(() => console.log(child.pid), 300);
    ${forever}`;
  const child = launch(program(starter), 'pipe');
  const chunks: unknown[] = child.stdout === null ? [] : await once(child.stdout, 'data');
  const grandchild = Number(String(chunks[0]));
  await sleep(50);
  expect(isAlive(grandchild)).toBe(true);
  child.kill('SIGKILL');
  await expect.poll(() => isAlive(grandchild), { timeout: 10_000 }).toBe(false);
});
