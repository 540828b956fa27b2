import { SITE_PROBLEMS } from '#app/[locale]/(public)/_components/site-problem.ts';
import { LOCALES, localisePath } from '#i18n/locales.ts';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

for (const locale of LOCALES) {
  const t = textsIn(locale);
  const title = (problem: (typeof SITE_PROBLEMS)[number]) =>
    problem === 'gone' ? t('NotFound.goneTitle') : t(`Problems.${problem}.title`);

  test(`what went wrong is said in the reader's language (${locale})`, async ({ page }) => {
    for (const problem of SITE_PROBLEMS) {
      await page.goto(`/internal/problem/${locale}/${problem}`);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(title(problem));
      // Without script nothing but this can ask again, and nothing is lost by it.
      await expectAccessible(page, problem === 'moment' ? ['meta-refresh'] : []);
    }
  });

  test(`the server writes all of it, and search engines are asked to forget it @desktop (${locale})`, async ({
    request,
  }) => {
    for (const problem of SITE_PROBLEMS) {
      const html = await (await request.get(`/internal/problem/${locale}/${problem}`)).text();
      expect(html).toContain(title(problem));
      expect(html).toContain('<meta name="robots" content="noindex"/>');
      expect(html.includes('http-equiv="refresh"'), problem).toBe(problem === 'moment');
    }
  });

  test(`it has no address of its own @desktop (${locale})`, async ({ request }) => {
    const own = localisePath(locale, '/problem/moment');
    for (const path of [own, `/internal/problem/${locale}/nonsense`, `/internal/problem/${locale}`]) {
      const answer = await request.get(path);
      expect(answer.status(), path).toBe(404);
      expect(await answer.text()).not.toContain(title('moment'));
    }
  });
}
