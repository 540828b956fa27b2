import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from '#tests/e2e/support/accessible.ts';
import { createRecord, openUnit, save, showMarkup, unique, windowOf } from '#tests/e2e/support/desk.ts';
import { makePerson, signIn } from '#tests/e2e/support/sign-in.ts';
import { expect, test } from '#tests/e2e/support/test.ts';
import { textsIn } from '#tests/e2e/support/texts.ts';

const t = textsIn('ar');
const BODY = t('Fields.body');
const KEPT = t('Desk.keeping.kept', { at: '' }).trim();

test('a text is written, dressed by keys and buttons, kept, saved and read back @desktop', async ({ page }) => {
  const { ref, body } = await begin(page);
  await body.fill('مرفأ هامبورغ');
  await body.press('End');
  await body.press('Enter');
  await body.pressSequentially('## عن المدينة', { delay: 10 });
  await body.press('Enter');
  await body.pressSequentially('- أول', { delay: 10 });
  await body.press('Enter');
  await body.pressSequentially('ثان', { delay: 10 });
  await body.press('Enter');
  await body.press('Enter');
  await body.pressSequentially('كلمة بارزة', { delay: 10 });
  // By where they lie: on an Arabic keyboard these keys carry other letters.
  await body.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+KeyB');
  await expect(tool(page, 'bold')).toHaveAttribute('aria-pressed', 'true');
  await expect(body.locator('strong')).toHaveText('بارزة');
  await expect(page.getByText(KEPT)).toBeVisible();
  await expect(body, 'keeping leaves the caret alone').toBeFocused();
  await expectAccessible(page);

  await tool(page, 'foreign').click();
  const foreign = page.getByRole('dialog', { name: t('Desk.editor.foreign') });
  await expectAccessible(page);
  await foreign.getByLabel(t('Desk.editor.language')).selectOption('de');
  await foreign.getByRole('button', { name: t('Desk.editor.apply') }).click();
  await expect(body.locator('bdi[lang=de][dir=ltr]')).toHaveText('بارزة');
  await expect(body).toBeFocused();

  await tool(page, 'link').click();
  const link = page.getByRole('dialog', { name: t('Desk.editor.link') });
  await link.getByLabel(t('Desk.editor.linkAddress')).fill('javascript:alert(1)');
  await link.getByLabel(t('Desk.editor.words')).fill('إزمير');
  await link.getByRole('button', { name: t('Desk.editor.apply') }).click();
  await expect(link.getByText(t('Desk.editor.linkFault'))).toBeVisible();
  await link.getByLabel(t('Desk.editor.linkAddress')).fill('/places/izmir');
  await page.keyboard.press('Enter');
  await expect(body.locator('a[href="/places/izmir"]')).toHaveText('إزمير');
  await page.keyboard.press('Control+KeyZ');
  await expect(body.locator('a')).toHaveCount(0);
  await page.keyboard.press('Control+KeyY');
  await expect(body.locator('a')).toHaveCount(1);

  await save(page);
  await openUnit(page, ref, 'ar');
  await expect(editor(page).getByRole('heading', { level: 2 })).toHaveText('عن المدينة');
  const area = await showMarkup(page, BODY);
  const markup = (await area.inputValue()).replaceAll(/ \{#[^}]+\}/gu, '');
  expect(markup).toBe('مرفأ هامبورغ\n\n## عن المدينة\n\n- أول\n- ثان\n\nكلمة **{de:بارزة}**[**إزمير**](/places/izmir)');
  await page.getByRole('button', { name: t('Desk.editor.backToEditor') }).click();
  await expect(editor(page).getByRole('listitem')).toHaveCount(2);
});

test('what is pasted from Word is cleaned before it enters, and named @desktop', async ({ page }) => {
  const { body } = await begin(page);
  await body.focus();
  await paste(
    page,
    `<p class=MsoNormal dir=RTL>نص <b>مهم</b><img src=x><span style='display:none'>سر</span></p><h2>عنوان</h2>`,
  );
  const dialog = page.getByRole('dialog', { name: t('Desk.editor.paste.title') });
  await expect(dialog.getByText(t('Desk.editor.paste.lossNames.pictures'))).toBeVisible();
  await expect(dialog.locator('del')).toHaveText('سر');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(body).toHaveText('');
  await paste(page, `<p class=MsoNormal dir=RTL>نص <b>مهم</b><img src=x></p><h2>عنوان</h2>`);
  await dialog.getByRole('button', { name: t('Desk.editor.paste.insert'), exact: true }).click();
  await expect(body.getByRole('heading')).toHaveText('عنوان');
  await expect(body.locator('strong')).toHaveText('مهم');

  const long = `<p class=MsoNormal style='mso-x:y'><span lang=AR-SA style='font-size:14pt'>${'نص طويل من وورد '.repeat(12)}</span></p>`;
  const took = await paste(page, long.repeat(Math.ceil(200_000 / long.length)));
  await expect(dialog).toBeVisible();
  expect(took, '200 kB are read without a freeze').toBeLessThan(1500);
  await dialog.getByRole('button', { name: t('Desk.editor.paste.insert'), exact: true }).click();
  await expect(body.getByText('نص طويل من وورد').nth(600)).toBeAttached();
  const before = await body.innerText();
  await paste(page, `<p class=x>${'كلمة '.repeat(300_000)}</p>`);
  await expect(dialog.getByText(t('Desk.editor.paste.refused.tooLong'))).toBeVisible();
  await dialog.getByRole('button', { name: t('Desk.editor.cancel') }).click();
  expect(await body.innerText(), 'nothing is lost').toBe(before);
});

test('the caret goes through a line of two directions, and a toolbar by the arrows @desktop', async ({ page }) => {
  const { body } = await begin(page);
  await body.fill('شراكة Hamburg وإزمير');
  expect(await body.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl');
  await body.press('Home');
  expect(await caret(page)).toBe(0);
  await body.press('ArrowLeft');
  expect(await caret(page), 'left is forward in Arabic').toBe(1);
  await body.press('End');
  expect(await caret(page)).toBe(20);
  await body.press('Shift+Home');
  expect(await page.evaluate(() => String(getSelection()))).toBe('شراكة Hamburg وإزمير');
  await body.press('Home');
  const stops: number[] = [];
  for (let step = 0; step < 20; step += 1) {
    await body.press('ArrowLeft');
    stops.push(await caret(page));
  }
  expect(new Set(stops).size, 'each press goes on').toBe(20);
  await body.getByText('Hamburg').dblclick({ position: await middleOf(body, 'Hamburg') });
  expect((await page.evaluate(() => String(getSelection()))).trim()).toBe('Hamburg');

  await body.press('Alt+F10');
  await expect(tool(page, 'bold')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(tool(page, 'link')).toBeFocused();
  await page.keyboard.press('End');
  await expect(tool(page, 'markup')).toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Tab');
  await expect(tool(page, 'markup'), 'the toolbar is one stop').toBeFocused();
});

test('a table is made and filled by keys', async ({ page }) => {
  const { ref, body } = await begin(page);
  await body.focus();
  await tool(page, 'table').click();
  for (const word of ['مدينة', 'سنة', 'إزمير', '1988']) {
    await page.keyboard.type(word);
    await page.keyboard.press('Tab');
  }
  await tool(page, 'rowRemove').click();
  await expect(body.getByRole('row')).toHaveCount(2);
  await expectAccessible(page);
  await save(page);
  await openUnit(page, ref, 'ar');
  await expect(editor(page).getByRole('columnheader')).toHaveText(['مدينة', 'سنة']);
  await expect(editor(page).getByRole('cell')).toHaveText(['إزمير', '1988']);
});

test('without script the text is markup, as it was @desktop', async ({ page, browser, noise }) => {
  const { ref, body } = await begin(page);
  await body.fill('نص المحرّر');
  await save(page);
  const { page: plain } = await windowOf(browser, 'editor', { javaScriptEnabled: false });
  noise.watch(plain.context());
  await openUnit(plain, ref, 'ar');
  await expect(plain.getByLabel(BODY)).toHaveValue(/^نص المحرّر \{#b[0-9a-f]+\}$/u);
  await plain.getByLabel(BODY).fill('## من دون برامج');
  await save(plain);
  await openUnit(page, ref, 'ar');
  await expect(editor(page).getByRole('heading', { level: 2 })).toHaveText('من دون برامج');
  await plain.context().close();
});

/** A new text, open in the editor. */
async function begin(page: Page): Promise<{ ref: string; body: Locator }> {
  await signIn(page, await makePerson('editor'));
  const ref = await createRecord(page, 'partnership', unique('شراكة'));
  await openUnit(page, ref, 'ar');
  const body = editor(page);
  await expect(body).toBeVisible();
  return { ref, body };
}

function editor(page: Page): Locator {
  return page.locator('.editor').getByLabel(BODY);
}

function tool(page: Page, name: 'bold' | 'foreign' | 'link' | 'markup' | 'rowRemove' | 'table'): Locator {
  return page.getByRole('toolbar').getByRole('button', { name: t(`Desk.editor.tools.${name}`), exact: true });
}

/** Pastes HTML where the caret is; answers how long the page was busy with it, in milliseconds. */
async function paste(page: Page, html: string): Promise<number> {
  return page.evaluate((given) => {
    const clipboard = new DataTransfer();
    clipboard.setData('text/html', given);
    const began = performance.now();
    document
      .querySelector('.editor-text')
      ?.dispatchEvent(new ClipboardEvent('paste', { clipboardData: clipboard, bubbles: true, cancelable: true }));
    return new Promise<number>((resolve) => {
      requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
    });
  }, html);
}

/** How many letters lie before the caret. */
async function caret(page: Page): Promise<number> {
  return page.evaluate(() => getSelection()?.focusOffset ?? -1);
}

/** Where a word lies in the line. */
async function middleOf(body: Locator, word: string): Promise<{ x: number; y: number }> {
  return body.getByText(word).evaluate((element, wanted) => {
    const text = element.firstChild;
    const range = document.createRange();
    const from = text?.nodeValue?.indexOf(wanted) ?? 0;
    if (text !== null) range.setStart(text, from);
    if (text !== null) range.setEnd(text, from + wanted.length);
    const [found, box] = [range.getBoundingClientRect(), element.getBoundingClientRect()];
    return { x: found.x + found.width / 2 - box.x, y: found.y + found.height / 2 - box.y };
  }, word);
}
