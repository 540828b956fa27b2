import { LOCALES, localisePath } from '#i18n/locales.ts';
import { dateInWords } from '#features/records/dates-in-words.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';
import { titleOf } from './seeded.ts';

for (const locale of LOCALES) {
  const t = textsIn(locale);
  const dortmund = titleOf('/partnerships/dortmund-pittsburgh', locale);

  test(`from the front page to the status of a partnership and its sources (${locale})`, async ({ page }) => {
    await page.goto(localisePath(locale, '/'));
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('Home.title'));
    await page
      .getByRole('main')
      .getByRole('link', { name: t('Home.allPartnerships') })
      .click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(t('Partnerships.title'));

    await page.getByRole('main').getByRole('link', { name: dortmund }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(dortmund);
    const card = page.getByRole('complementary');
    await expect(card).toContainText(t('Vocabulary.statuses.expired'));
    const end = card.getByText(dateInWords('2025-12-31', locale)).first();
    await expect(end, 'the status says what it rests on').toBeVisible();

    const mark = card.getByRole('link', { name: t('Sources.mark', { number: '7' }) }).first();
    await mark.click();
    const source = page.getByRole('listitem').filter({ hasText: 'Transatlantic Climate Bridge' }).last();
    await expect(source).toBeInViewport();
    await source.getByText(t('Sources.supports', { n: '1' })).click();
    await expect(source.getByText(dateInWords('2025-12-31', locale))).toBeVisible();
    await source.getByRole('link', { name: t('Sources.back', { number: '7' }) }).click();
    await expect(mark).toBeInViewport();
  });

  test(`sources that contradict each other stand side by side (${locale})`, async ({ page }) => {
    await page.goto(localisePath(locale, '/partnerships/hamburg-busan'));
    const conflicts = page.getByRole('region', { name: t('Sources.conflicts') });
    await expect(conflicts).toContainText('2010');
    await expect(conflicts).toContainText('HANSA');
    await expect(conflicts).toContainText('2012');
    await expect(conflicts).toContainText('Senat Hamburg');
    const timeline = page.getByRole('region', { name: t('Partnerships.timeline') });
    await expect(timeline.getByRole('listitem').filter({ hasText: '2010' }).first()).toContainText('2012');
  });

  test(`what each side calls a relation (${locale})`, async ({ page }) => {
    await page.goto(localisePath(locale, '/partnerships/dortmund-pittsburgh'));
    const views = page.getByRole('region', { name: t('Partnerships.views') });
    await expect(views).toContainText(t('Vocabulary.partnershipTypes.project'));
    const card = page.getByRole('complementary');
    await expect(card).toContainText(t('Vocabulary.partnershipTypes.climate'));
    await expect(card, 'and what a newspaper says').toContainText(t('Vocabulary.partnershipTypes.twinning'));
  });

  test(`from a city to its partner and back (${locale})`, async ({ page }) => {
    const izmir = titleOf('/places/izmir', locale);
    const bremen = titleOf('/places/bremen', locale);
    await page.goto(localisePath(locale, '/places'));
    await page.getByRole('main').getByRole('link', { name: izmir }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(izmir);
    const partners = page.getByRole('region', { name: t('Places.partnerships') });
    await expect(partners).toContainText(t('Common.distance', { distance: locale === 'de' ? '2.151' : '2,151' }));
    await partners.getByRole('link', { name: bremen }).click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf('/partnerships/bremen-izmir', locale));
    await page.getByRole('main').getByRole('link', { name: izmir, exact: true }).first().click();
    await expect(page).toHaveURL(localisePath(locale, '/places/izmir'));
  });
}

test('a story leads to the partnerships it tells of', async ({ page }) => {
  await page.goto('/stories');
  await page.getByRole('link', { name: titleOf('/stories/structural-change', 'ar') }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(titleOf('/stories/structural-change', 'ar'));
  const partnerships = page.getByRole('region', { name: textsIn('ar')('Navigation.partnerships') });
  await partnerships.getByRole('link', { name: titleOf('/partnerships/bremen-izmir', 'ar') }).click();
  await expect(page).toHaveURL('/partnerships/bremen-izmir');
});
