import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { LAND_FILE, writeLand } from '#scripts/land.ts';

test('the land is what the script writes, and small', () => {
  const file = readFileSync(LAND_FILE, 'utf8');
  expect(file).toBe(writeLand());
  expect(gzipSync(file).length).toBeLessThan(18_500);
});
