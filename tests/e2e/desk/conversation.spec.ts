import type { Page } from '@playwright/test';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { createRecord, openUnit, save, tabOf, unique, windowOf } from '#tests/e2e/support/desk.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');

test('an editor hands in with a note and names a reviewer, who comments on words and gives it back; it is corrected and approved @desktop', async ({
  page,
  browser,
  noise,
}) => {
  const title = unique('ميناءان بعيدان');
  const { page: second, person } = await windowOf(browser, 'publisher');
  noise.watch(second.context());
  await signIn(page, await makePerson('editor'));
  const ref = await createRecord(page, 'theme', title);

  await test.step('a comment names a colleague, by keyboard', async () => {
    const text = page.getByLabel(t('Desk.talk.body'));
    await text.pressSequentially(`ما رأيك @${person.email.split('@')[0] ?? ''}`);
    const names = page.getByRole('listbox', { name: t('Desk.talk.colleagues') });
    await expect(names.getByRole('option')).toHaveCount(1);
    await expectAccessible(page);
    await page.keyboard.press('Enter');
    await expect(names).toBeHidden();
    await expect(text).toHaveValue(`ما رأيك @${person.name} `);
    await page.getByRole('button', { name: t('Desk.talk.add') }).click();
    await expect(page.getByRole('status')).toHaveText(t('Desk.done.comment'));
    await expect(page.getByRole('article')).toContainText(`@${person.name}`);
    await expect(text).toHaveValue('');
    await expect(tabOf(page, 'العربية')).toContainText(t('Desk.talk.open', { count: 1 }));
  });

  await test.step('the draft is handed in with a note', async () => {
    await page.getByLabel(t('Desk.submitNote')).fill('راجع العنوان من فضلك');
    await page.getByRole('button', { name: t('Desk.submit') }).click();
    await expect(page.getByRole('status')).toHaveText(t('Desk.done.submit'));
  });

  await test.step('the reviewer is told, and sees the note', async () => {
    await second.goto('/dashboard/notices');
    const rows = second.getByRole('listitem').filter({ hasText: title });
    await expect(rows).toHaveCount(2);
    await expect(rows.first()).toContainText(t('Notices.unread'));
    await expectAccessible(second);
    await rows
      .filter({ hasText: 'راجع العنوان' })
      .getByRole('button', { name: t('Notices.markRead') })
      .click();
    await expect(second.getByRole('status')).toHaveText(t('Desk.done.read'));
    await rows.filter({ hasText: 'راجع العنوان' }).getByRole('link').click();
    await expect(second.getByText('راجع العنوان من فضلك')).toBeVisible();
  });

  await test.step('words of a field are commented on, and the part comes back with reasons', async () => {
    const field = second.getByLabel(t('Fields.place_title')).first();
    await field.focus();
    await selectWord(second, 'بعيدان');
    await second.keyboard.press('Shift+Tab');
    await expect(second.getByRole('button', { name: t('Desk.talk.on') })).toBeFocused();
    await second.keyboard.press('Enter');
    const text = second.getByLabel(t('Desk.talk.body'));
    await expect(text).toBeFocused();
    await text.fill('أدقّ: «متقابلان»');
    await second.getByRole('button', { name: t('Desk.talk.add') }).click();
    await expect(second.getByRole('status')).toHaveText(t('Desk.done.comment'));
    await expect(second.getByRole('blockquote')).toHaveText('بعيدان');
    await second.getByLabel(t('Desk.reasons.style')).check();
    await second.getByLabel(t('Desk.returnReason')).fill('الكلمة غير دقيقة');
    await expectAccessible(second);
    await second.getByRole('button', { name: t('Desk.return') }).click();
    await expect(second.getByRole('status')).toHaveText(t('Desk.done.return'));
  });

  await test.step('the editor goes from the comment to the words, corrects them and answers', async () => {
    await openUnit(page, ref, 'ar');
    await expect(page.getByText(t('Desk.returnedFor', { reasons: t('Desk.reasons.style') }))).toBeVisible();
    await page.getByRole('link', { name: new RegExp(t('Desk.talk.goTo', { place: '' }).trim(), 'u') }).click();
    const field = page.getByLabel(t('Fields.place_title')).first();
    await expect(field).toBeFocused();
    await page.keyboard.insertText('متقابلان');
    await expect(field).toHaveValue(title.replace('بعيدان', 'متقابلان'));
    await save(page);
    await expect(page.getByRole('blockquote')).toHaveText('بعيدان');
    await expect(page.getByText(t('Desk.talk.changed'))).toBeVisible();
    const talk = page.getByRole('listitem').filter({ has: page.getByRole('blockquote') });
    await talk.locator('summary').click();
    await talk.getByRole('textbox').fill('ك'.repeat(2001));
    await talk.getByRole('button', { name: t('Desk.talk.answer') }).click();
    await expect(talk.getByText(t('Errors.fields.tooLong', { max: 2000 }))).toBeVisible();
    await expect(talk.getByRole('textbox'), 'what was typed stays').toHaveValue('ك'.repeat(2001));
    await talk.getByRole('textbox').fill('صُحّحت');
    await talk.getByRole('button', { name: t('Desk.talk.answer') }).click();
    await expect(page.getByRole('status')).toHaveText(t('Desk.done.answer'));
    await talk.getByRole('button', { name: t('Desk.talk.resolve') }).click();
    await expect(page.getByRole('status')).toHaveText(t('Desk.done.resolve'));
    await expect(page.getByText(t('Desk.talk.resolved', { count: 1 }))).toBeVisible();
    await page.getByRole('button', { name: t('Desk.submit') }).click();
    await expect(page.getByRole('status')).toHaveText(t('Desk.done.submit'));
  });

  await openUnit(second, ref, 'ar');
  await second.getByRole('button', { name: t('Desk.approve') }).click();
  await expect(tabOf(second, 'العربية')).toContainText(t('Desk.states.approved'));
  await second.context().close();
  await page.goto('/dashboard/notices');
  await expect(page.getByRole('listitem').filter({ hasText: 'متقابلان' })).toHaveCount(2);
  await page.getByRole('button', { name: t('Notices.markAllRead') }).click();
  await expect(page.getByText(t('Notices.unread'), { exact: true })).toHaveCount(0);
});

test('an administrator asks for four eyes and reads the outbox @desktop', async ({ page }) => {
  await signIn(page, await makePerson('administrator'), { path: '/dashboard/settings' });
  await expect(page.getByLabel(t('SiteSettings.off'))).toBeChecked();
  await expectAccessible(page);
  await page.goto('/dashboard/outbox');
  await expect(page.getByText(t('Outbox.noServer'))).toBeVisible();
  await expectAccessible(page);
});

test('a part is given to somebody with a day, and stands on their first page @desktop', async ({ page }) => {
  const title = unique('موضوع بموعد');
  const person = await makePerson('editor');
  await signIn(page, person);
  await createRecord(page, 'theme', title);
  await page.getByText(t('Desk.assignment')).click();
  const option = page.getByRole('option', { name: `${person.name} (${person.email})` });
  await page.getByLabel(t('Desk.assignee')).selectOption(await option.getAttribute('value'));
  await page.getByLabel(t('Desk.dueOn')).fill(new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole('button', { name: t('Desk.assign') }).click();
  await expect(page.getByRole('status')).toHaveText(t('Desk.done.assign'));
  await page.goto('/dashboard');
  const due = page.locator('.panel').filter({ has: page.getByRole('heading', { name: t('Desk.today.lists.due') }) });
  await expect(due).toContainText(title);
  await expectAccessible(page);
});

test('a comment on the whole part needs no script @desktop', async ({ browser }) => {
  const { page } = await windowOf(browser, 'editor', { javaScriptEnabled: false });
  await createRecord(page, 'theme', unique('موضوع بلا برمجة'));
  const text = page.getByLabel(t('Desk.talk.body'));
  await text.fill('ك'.repeat(2001));
  await page.getByRole('button', { name: t('Desk.talk.add') }).click();
  await expect(page.getByText(t('Errors.fields.tooLong', { max: 2000 }))).toBeVisible();
  await expect(text, 'what was typed stays').toHaveValue('ك'.repeat(2001));
  await text.fill('تعليق بلا برمجة');
  await page.getByRole('button', { name: t('Desk.talk.add') }).click();
  await expect(page.getByRole('article')).toContainText('تعليق بلا برمجة');
  await page.context().close();
});

/** Selects a word of the field that has the focus. */
async function selectWord(page: Page, word: string): Promise<void> {
  await page.evaluate((wanted) => {
    const field = document.activeElement;
    if (!(field instanceof HTMLInputElement)) throw new Error('no field has the focus');
    const from = field.value.indexOf(wanted);
    field.setSelectionRange(from, from + wanted.length);
  }, word);
}
