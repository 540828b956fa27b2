import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BODY_MEGABYTES_MAX } from './body-limit.ts';

test('the limit is the one that Next keeps', () => {
  const config = readFileSync(new URL('../next.config.mjs', import.meta.url), 'utf8');
  expect(/bodySizeLimit: '(\d+)mb'/u.exec(config)?.[1]).toBe(String(BODY_MEGABYTES_MAX));
});
