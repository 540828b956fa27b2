import { expect, test } from 'vitest';
import { createProgress } from './progress.ts';

function makeScreen(isTTY: boolean) {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
}

test('a step is one line with its time and what came out of it', async () => {
  const screen = makeScreen(false);
  const result = await createProgress(screen).step('database', async (note) => {
    note('starting');
    note('Postgres on port 5');
    return 7;
  });
  expect(result).toBe(7);
  expect(screen.written.join('')).toMatch(/^✓ database +\d\.\d s {2}Postgres on port 5\n$/u);
});

test('a step that fails is marked, and the failure goes on', async () => {
  const screen = makeScreen(false);
  const failing = createProgress(screen).step('seed', () => Promise.reject(new Error('refused')));
  await expect(failing).rejects.toThrow('refused');
  expect(screen.written.join('')).toMatch(/^✗ seed +\d\.\d s\n$/u);
});

test('on a terminal a step is seen while it is under way', async () => {
  const screen = makeScreen(true);
  await createProgress(screen).step('build', async (note) => {
    expect(screen.written).toEqual(['\r\u001B[K… build']);
    note('takes a while');
    expect(screen.written.at(-1)).toBe('\r\u001B[K… build         takes a while');
  });
  expect(screen.written.at(-1)).toBe('\n');
});
