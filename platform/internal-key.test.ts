import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { internalKey } from './internal-key.ts';

const SECRET = 'a secret of thirty-two characters';

// The settings are read once a process, so each test loads them anew.
async function isInternalKey(secret: string | undefined, given: string | null): Promise<boolean> {
  vi.stubEnv('AUTH_SECRET', secret);
  const fresh = await import('./internal-key.ts');
  return fresh.isInternalKey(given);
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

describe('the key between processes', () => {
  it('is the same for one secret, another for another, and fit for a header', () => {
    expect(internalKey(SECRET)).toBe(internalKey(SECRET));
    expect(internalKey(SECRET)).toMatch(/^[\w-]{43}$/u);
    expect(internalKey(`${SECRET}.`)).not.toBe(internalKey(SECRET));
  });

  it('opens', async () => {
    expect(await isInternalKey(SECRET, internalKey(SECRET))).toBe(true);
  });

  it.each([
    ['no key', null],
    ['an empty key', ''],
    ['the secret itself', SECRET],
    ['a key that goes on', `${internalKey(SECRET)}A`],
    ['a key with one other letter', internalKey(SECRET).replace(/^./u, '*')],
    ['as many letters but more bytes', 'ä'.repeat(43)],
  ])('%s does not', async (_name, given) => {
    expect(await isInternalKey(SECRET, given)).toBe(false);
  });

  it('is known to nobody where there is no secret', async () => {
    expect(await isInternalKey(undefined, internalKey(SECRET))).toBe(false);
  });
});
