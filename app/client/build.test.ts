import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { buildClientModules } from './build.mjs';

const PUBLIC = join(import.meta.dirname, '../../public');
const BYTES_MAX = 10_000;

test('all own script of a page is at most 10 kB, and each file is what its name and its hash say', async () => {
  const { early, modules } = await buildClientModules();
  expect(modules).toHaveProperty('choices');
  const contents = Object.values(modules).map(({ src, integrity }) => {
    const content = readFileSync(join(PUBLIC, src));
    expect(integrity).toBe(`sha384-${createHash('sha384').update(content).digest('base64')}`);
    expect(src).toMatch(/^\/client\/[a-z-]+\.[\w-]{12}\.js$/u);
    return content;
  });
  const bytes = [Buffer.from(early), ...contents].reduce((sum, content) => sum + brotliCompressSync(content).length, 0);
  expect(bytes).toBeLessThanOrEqual(BYTES_MAX);
  expect(early, 'it may stand in a page').not.toContain('</');
});
