import { afterEach, expect, test } from 'vitest';
import { keepRunning, type Kept } from './keep-running.ts';
import { launch } from './programs.ts';

const BACK_OFF = { firstMs: 20, maxMs: 50, steadyMs: 10_000 };
let kept: Kept | null = null;

afterEach(async () => {
  await kept?.stop();
});

function keep(code: string) {
  const lines: string[] = [];
  let starts = 0;
  const service = {
    name: 'worker',
    launch: () => {
      starts += 1;
      return launch({ args: ['--eval', code], environment: {} }, 'pipe');
    },
  };
  kept = keepRunning(service, (line) => lines.push(line), BACK_OFF);
  return { kept, lines, starts: () => starts };
}

test('a service that ends is started again, each time after a longer wait, up to a bound', async () => {
  const { kept: watched, lines } = keep('process.exitCode = 4');
  expect(await watched.firstEnd).toBe('exit code 4');
  await expect.poll(() => lines.length, { timeout: 5000 }).toBeGreaterThan(3);
  expect(lines.slice(0, 4)).toEqual([
    'The worker ended (exit code 4) and starts again in 0.02 s.',
    'The worker ended (exit code 4) and starts again in 0.04 s.',
    'The worker ended (exit code 4) and starts again in 0.05 s.',
    'The worker ended (exit code 4) and starts again in 0.05 s.',
  ]);
});

test('a killed one counts as ended', async () => {
  const { kept: watched } = keep("process.kill(process.pid, 'SIGKILL')");
  expect(await watched.firstEnd).toBe('SIGKILL');
});

test('one that was stopped stays so, without a word', async () => {
  const { kept: watched, lines, starts } = keep('setInterval(() => {}, 1000)');
  await watched.stop();
  await watched.stop();
  expect(lines).toEqual([]);
  expect(starts()).toBe(1);
});
