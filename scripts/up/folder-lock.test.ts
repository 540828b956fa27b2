import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lockFolder } from './folder-lock.ts';

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'lock-test-'));
  file = path.join(folder, 'in-use.json');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

test('a folder in use is refused with the number of the run, and free when it is given back', () => {
  const release = lockFolder(folder);
  expect(() => lockFolder(folder)).toThrow(`Another run (number ${String(process.pid)}) uses ${folder}.`);
  release();
  expect(lockFolder(folder)).not.toThrow();
});

test('what a killed run left behind does not count', () => {
  writeFileSync(file, JSON.stringify({ pid: spawnSync('true').pid, since: '1' }));
  lockFolder(folder);
  expect(readFileSync(file, 'utf8')).toContain(`"pid":${String(process.pid)}`);
});

test('the number of a killed run may belong to another program since', () => {
  const other = spawn('sleep', ['5']);
  writeFileSync(file, JSON.stringify({ pid: other.pid, since: 'earlier' }));
  lockFolder(folder);
  expect(readFileSync(file, 'utf8')).toContain(`"pid":${String(process.pid)}`);
  other.kill();
});

test.each(['', '{', '{"pid":"x"}'])('a file that was written half does not count: %s', (content) => {
  writeFileSync(file, content);
  lockFolder(folder);
  expect(readFileSync(file, 'utf8')).toContain(`"pid":${String(process.pid)}`);
});
