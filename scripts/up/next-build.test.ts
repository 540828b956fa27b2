import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { hashSources } from './next-build.ts';

let root: string;

beforeAll(() => {
  root = mkdtempSync(path.join(tmpdir(), 'build-test-'));
  mkdirSync(path.join(root, 'app', 'deep'), { recursive: true });
  write('app/deep/page.tsx', 'one');
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

function write(file: string, content: string): void {
  writeFileSync(path.join(root, file), content);
}

test.each([
  ['app/deep/page.tsx', 'two'],
  ['app/deep/card.tsx', 'new'],
  ['package.json', '{}'],
])('a change of %s asks for a build', (file, content) => {
  const before = hashSources(root);
  write(file, content);
  expect(hashSources(root)).not.toBe(before);
});

test.each(['app/README.md', 'app/page.test.tsx', 'README.md'])('a change of %s does not', (file) => {
  const before = hashSources(root);
  write(file, 'anything');
  expect(hashSources(root)).toBe(before);
});

test('a file that moves asks for a build, its content being the same', () => {
  const before = hashSources(root);
  write('app/deep/moved.tsx', 'two');
  rmSync(path.join(root, 'app/deep/page.tsx'));
  expect(hashSources(root)).not.toBe(before);
});
