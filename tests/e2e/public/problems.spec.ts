import { request as httpRequest } from 'node:http';
import { text } from 'node:stream/consumers';
import { SITE_PROBLEMS } from '#app/[locale]/(public)/_components/site-problem.ts';
import { DEFAULT_LOCALE, LOCALES, localisePath } from '#i18n/locales.ts';
import { env } from '#platform/env.ts';
import { expectAccessible, expectAccessibleWords } from '#tests/e2e/support/accessible.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';
import { webAddress } from '#tests/e2e/support/web-address.ts';

for (const locale of LOCALES) {
  const t = textsIn(locale);
  const title = (problem: (typeof SITE_PROBLEMS)[number]) =>
    problem === 'gone' ? t('NotFound.goneTitle') : t(`Problems.${problem}.title`);
  const place = (path: string) => localisePath(locale, path);

  // What the width and the colours change they change alike in all languages.
  const isFirst = locale === DEFAULT_LOCALE;
  test(`each page for a problem can be read and used${isFirst ? '' : ' @desktop'} (${locale})`, async ({ page }) => {
    for (const problem of SITE_PROBLEMS) {
      await page.goto(webAddress(`/internal/problem/${locale}/${problem}`));
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title(problem));
      await (isFirst ? expectAccessible(page) : expectAccessibleWords(page));
    }
  });

  test(`what cannot be read, and what cannot be sent here, is said in the reader's language @desktop (${locale})`, async () => {
    for (const [method, path, status, problem, host] of [
      ['GET', '/partnerships/%ff', 400, 'badRequest', null],
      ['GET', '/partnerships/../places', 400, 'badRequest', null],
      ['GET', '//evil.example/x', 400, 'badRequest', null],
      ['POST', '/partnerships', 405, 'method', null],
      ['DELETE', '/partnerships/hamburg-busan', 405, 'method', null],
      ['TRACE', '/', 405, 'method', null],
      ['PUT', '/dashboard', 405, 'method', null],
      ['GET', '/', 421, 'misdirected', 'evil.example'],
    ] as const) {
      const asked = `${method} ${path}`;
      const answer = await ask(
        method,
        path.startsWith('//') ? path : place(path),
        host === null ? {} : { headers: { host } },
      );
      expect(answer.status, asked).toBe(status);
      // An address that cannot be read may not even tell its language.
      const titles = path.startsWith('//')
        ? LOCALES.map((other) => textsIn(other)('Problems.badRequest.title'))
        : [title(problem)];
      expect(
        titles.some((one) => answer.body.includes(one)),
        asked,
      ).toBe(true);
      expect(answer.body, asked).toContain('<meta name="robots" content="noindex"/>');
    }
  });

  test(`a body that is too large is refused in words, without script as well @desktop (${locale})`, async () => {
    const answer = await ask('POST', place('/sign-in'), { body: Buffer.alloc(20_000_000, 'x') });
    expect(answer.status).toBe(413);
    expect(answer.body).toContain(title('tooLarge'));
    expect(answer.body).toContain(t('Problems.tooLarge.hint'));
  });

  test(`a form that cannot be read is refused in words @desktop (${locale})`, async () => {
    const headers = { 'content-type': 'multipart/form-data; boundary=x' };
    const answer = await ask('POST', place('/sign-in'), { headers, body: Buffer.from('garbage') });
    expect(answer.status).toBe(400);
    expect(answer.body).toContain(title('badRequest'));
  });

  test(`a page for a problem has no address of its own @desktop (${locale})`, async ({ request }) => {
    const own = place('/problem/moment');
    for (const path of [own, `/internal/problem/${locale}/moment`, `/internal/problem/${locale}`]) {
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(404);
      expect(await answer.text()).not.toContain(title('moment'));
    }
  });
}

/** Asks with an address and a host as they are, which no browser would send. */
async function ask(
  method: string,
  path: string,
  { headers = {}, body }: { headers?: Record<string, string>; body?: Buffer } = {},
): Promise<{ status: number; body: string }> {
  const { PORT } = env();
  const length = body === undefined ? {} : { 'content-length': String(body.length) };
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: PORT,
      method,
      path,
      headers: { host: `localhost:${String(PORT)}`, ...length, ...headers },
    };
    const sent = httpRequest(options, (response) => {
      text(response).then((read) => resolve({ status: response.statusCode ?? 0, body: read }), reject);
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
