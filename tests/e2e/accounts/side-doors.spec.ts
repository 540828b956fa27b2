import { request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Page } from '@playwright/test';
import { expect, test } from '#tests/e2e/support/test.ts';
import { makePerson, type Person, signIn } from '#tests/e2e/support/sign-in.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

let person: Person;

test.beforeAll(async () => {
  person = await makePerson('editor');
});

test.describe('a sign-in form that was posted from elsewhere @desktop', () => {
  test.use({ javaScriptEnabled: false });

  const refused = textsIn('ar')('Errors.originRefused');
  const FORGERIES: [name: string, headers: Record<string, string>, words: string][] = [
    ['without Origin', {}, refused],
    [
      'from another site behind a forged X-Forwarded-Host',
      { origin: 'http://evil.example', 'x-forwarded-host': 'evil.example' },
      refused,
    ],
    [
      'under another name that leads here',
      { origin: 'http://evil.example', host: 'evil.example' },
      textsIn('ar')('Problems.misdirected.text'),
    ],
    ['from another port of this machine', { origin: 'http://localhost:1', 'x-forwarded-host': 'localhost:1' }, refused],
  ];

  for (const [name, headers, words] of FORGERIES) {
    test(`is refused in words: ${name}`, async ({ page }) => {
      const answer = await post(page, headers);
      expect(answer.body).toContain(words);
      expect(answer.cookies).toEqual([]);
    });
  }

  for (const origin of ['http://evil.example', 'null', 'nonsense']) {
    test(`does not run: Origin ${origin}`, async ({ page }) => {
      const answer = await post(page, { origin });
      expect(answer.status).toBeGreaterThanOrEqual(400);
      expect(answer.cookies).toEqual([]);
    });
  }

  test('runs from the own page', async ({ page, baseURL }) => {
    const answer = await post(page, { origin: new URL(String(baseURL)).origin });
    expect(answer.status).toBe(303);
    expect(answer.cookies).toHaveLength(1);
  });
});

test('next-auth’s own addresses let nobody in @desktop', async ({ request }) => {
  const { csrfToken } = await (await request.get('/api/auth/csrf')).json();
  const { email, password } = person;
  for (const form of [
    { csrfToken, email, password },
    { csrfToken, ticket: 'x' },
    { csrfToken, id: 'x', ticket: '' },
  ]) {
    const origin = new URL((await request.get('/sign-in')).url()).origin;
    await request.post('/api/auth/callback/credentials', { form, headers: { origin }, maxRedirects: 0 });
    expect(await (await request.get('/api/auth/session')).json()).toBeNull();
  }
});

test('next-auth’s own addresses tell no token and answer nobody from elsewhere @desktop', async ({ page }) => {
  await signIn(page, person);
  const session = await page.request.get('/api/auth/session');
  expect(Object.keys(await session.json())).toEqual(['expires']);
  const foreign = { headers: { origin: 'http://evil.example' }, maxRedirects: 0 };
  expect((await page.request.post('/api/auth/signout', foreign)).status()).toBe(403);
  await page.goto('/dashboard');
  await expect(page).toHaveURL('/dashboard');
});

test('signing out at next-auth’s own address ends the session itself @desktop', async ({ page, context, baseURL }) => {
  await signIn(page, person);
  const cookies = await context.cookies();
  const { csrfToken } = await (await page.request.get('/api/auth/csrf')).json();
  const headers = { origin: new URL(String(baseURL)).origin };
  await page.request.post('/api/auth/signout', { form: { csrfToken }, headers, maxRedirects: 0 });
  expect((await context.cookies()).map(({ name }) => name)).not.toContain('session');
  await context.addCookies(cookies);
  await page.goto('/dashboard');
  await expect(page).toHaveURL('/sign-in?next=%2Fdashboard');
});

/** Posts the sign-in form of the page with headers of one's own, as no browser would. */
async function post(
  page: Page,
  headers: Record<string, string>,
): Promise<{ status: number; body: string; cookies: string[] }> {
  await page.goto('/sign-in');
  const hidden = await page
    .locator('form input[type=hidden]')
    .evaluateAll((inputs) =>
      inputs.map((input) => [input.getAttribute('name') ?? '', input.getAttribute('value') ?? '']),
    );
  const form = new FormData();
  for (const [name, value] of hidden) form.append(String(name), String(value));
  form.append('email', person.email);
  form.append('password', person.password);
  const posted = new Request(page.url(), { method: 'POST', body: form });
  const sent = httpRequest(page.url(), {
    method: 'POST',
    headers: { 'content-type': posted.headers.get('content-type') ?? '', ...headers },
  });
  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve).once('error', reject);
  });
  sent.end(Buffer.from(await posted.arrayBuffer()));
  const response = await answered;
  return {
    status: response.statusCode ?? 0,
    body: await text(response),
    cookies: (response.headers['set-cookie'] ?? []).filter((cookie) => /^(?:__Host-)?session=[^;]/u.test(cookie)),
  };
}
