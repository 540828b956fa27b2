import type { Browser, Page } from '@playwright/test';
import { createRecord, openUnit, save, unique, windowOf } from '#tests/e2e/support/desk.ts';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import type { Noise } from '#tests/e2e/support/noise.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');

for (const javaScriptEnabled of [true, false]) {
  test.describe(`two people on one text, the second ${javaScriptEnabled ? 'with' : 'without'} script @desktop`, () => {
    test('the same place: both texts are shown, one is chosen, nothing is lost', async ({ page, browser, noise }) => {
      const { ref, second } = await meet(page, { browser, noise, javaScriptEnabled });
      const [mine, theirs, title] = [unique('نص الثاني'), unique('نص الأول'), unique('عنوان الثاني')];
      await page.getByLabel(t('Fields.lead')).fill(theirs);
      await save(page);

      await second.getByLabel(t('Fields.lead')).fill(mine);
      await second.getByLabel(t('Fields.title')).first().fill(title);
      await second.getByRole('button', { name: t('Desk.save'), exact: true }).click();
      const conflict = second.getByRole('region', { name: t('Desk.conflictTitle') });
      await expect(conflict).toContainText(theirs);
      await expect(conflict).toContainText(mine);
      await expect(second.getByLabel(t('Fields.lead')), 'what was typed stays').toHaveValue(mine);
      await expect(second.getByLabel(t('Fields.title')).first()).toHaveValue(title);
      if (javaScriptEnabled) await expectAccessible(second);

      await second.getByLabel(t('Desk.chooseMine')).check();
      await save(second);
      await expect(second.getByLabel(t('Fields.lead'))).toHaveValue(mine);
      await expect(second.getByLabel(t('Fields.title')).first(), 'paths without conflict came along').toHaveValue(
        title,
      );
      await second.goto(`/dashboard/records/${ref}/history?unit=ar`);
      const earlier = second.getByRole('article', { name: t('Desk.revision', { n: 2 }) });
      await earlier.getByText(t('Desk.changes', { count: 1 })).click();
      await expect(earlier.getByText(theirs), 'the other text stays in the history').toBeVisible();
      await second.context().close();
    });

    test('different places: both stay, without a question', async ({ page, browser, noise }) => {
      const { ref, second } = await meet(page, { browser, noise, javaScriptEnabled });
      const [lead, title] = [unique('مقدمة'), unique('عنوان')];
      await page.getByLabel(t('Fields.lead')).fill(lead);
      await save(page);
      await second.getByLabel(t('Fields.title')).first().fill(title);
      await save(second);
      await openUnit(page, ref, 'ar');
      await expect(page.getByLabel(t('Fields.lead'))).toHaveValue(lead);
      await expect(page.getByLabel(t('Fields.title')).first()).toHaveValue(title);
      await second.context().close();
    });

    test('a session that ends takes no text along', async ({ page, browser, noise }) => {
      const { ref, second, person } = await meet(page, { browser, noise, javaScriptEnabled });
      const text = unique('نص طويل كُتب قبل انتهاء الجلسة');
      await second.getByLabel(t('Fields.lead')).fill(text);
      await second.context().clearCookies();
      noise.allow(401);
      await second.getByRole('button', { name: t('Desk.save'), exact: true }).click();
      await expect(second.getByText(t('Desk.keptText'))).toBeVisible();
      await expect(second.getByLabel(t('Fields.lead'))).toHaveValue(text);

      const elsewhere = await second.context().newPage();
      await signIn(elsewhere, person);
      await elsewhere.close();
      await second.getByRole('button', { name: t('Desk.save'), exact: true }).click();
      await expect(second.getByRole('status')).toHaveText(t('Desk.done.save'));
      await openUnit(page, ref, 'ar');
      await expect(page.getByLabel(t('Fields.lead'))).toHaveValue(text);
      await second.context().close();
    });
  });
}

interface Meeting {
  browser: Browser;
  noise: Noise;
  javaScriptEnabled: boolean;
}

/** A new record that two people have open in front of them. */
async function meet(page: Page, { browser, noise, javaScriptEnabled }: Meeting) {
  await signIn(page, await makePerson('editor'));
  const ref = await createRecord(page, 'partnership', unique('شراكة'));
  const { page: second, person } = await windowOf(browser, 'editor', { javaScriptEnabled });
  noise.watch(second.context());
  await openUnit(second, ref, 'ar');
  return { ref, second, person };
}
