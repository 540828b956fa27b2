import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

// The settings are read once a process, so each test loads them anew.
async function load(settings: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  return import('./site-address.ts');
}

beforeEach(() => vi.resetModules());
afterEach(() => vi.unstubAllEnvs());

describe('the address of the site', () => {
  it('is PUBLIC_URL', async () => {
    const site = await load({ PUBLIC_URL: 'https://cities.example' });
    expect(site.wholeAddress('/set-up/abc')).toBe('https://cities.example/set-up/abc');
    expect(site.isSiteSecure()).toBe(true);
  });

  it('is this machine without one', async () => {
    const site = await load({ PUBLIC_URL: undefined, PORT: '4000' });
    expect(site.wholeAddress('/set-up/abc')).toBe('http://localhost:4000/set-up/abc');
    expect(site.isSiteSecure()).toBe(false);
  });

  it('is not secure over http', async () => {
    expect((await load({ PUBLIC_URL: 'http://cities.example' })).isSiteSecure()).toBe(false);
  });
});
