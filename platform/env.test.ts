import { beforeEach, expect, test, vi } from 'vitest';

// The settings are read once a process, so each test loads them anew.
async function load(settings: Record<string, string | undefined>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value);
  const { env } = await import('./env.ts');
  return env();
}

beforeEach(() => vi.resetModules());

test('a mail server needs a sender, and says so at the start', async () => {
  const url = 'smtp://name:password@mail.example:587';
  await expect(load({ SMTP_URL: url, MAIL_FROM: undefined })).rejects.toThrow(/MAIL_FROM/u);
  await expect(load({ SMTP_URL: url, MAIL_FROM: 'no address' })).rejects.toThrow(/MAIL_FROM/u);
  expect(await load({ SMTP_URL: url, MAIL_FROM: 'desk@madinatan.example' })).toMatchObject({ SMTP_URL: url });
});

test('without a mail server nothing is asked for', async () => {
  expect((await load({ SMTP_URL: '', MAIL_FROM: undefined })).SMTP_URL).toBeUndefined();
});
