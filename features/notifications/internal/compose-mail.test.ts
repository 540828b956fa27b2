import { expect, test } from 'vitest';
import { LOCALES } from '#i18n/locales.ts';
import { NOTICE_KINDS } from '../model.ts';
import { composeDigest, composeNotice, type MailedNotice, oneLine } from './compose-mail.ts';
import { mailMarkup } from './mail-markup.ts';

const notice: MailedNotice = {
  kind: 'returned',
  by: 'Jürgen (Hamburg)',
  ref: 'P-101',
  part: 'de',
  title: { text: 'Hamburg – Busan', locale: 'de' },
  detail: { note: 'erste Zeile\nثانية', dueOn: '2026-12-01', problem: 'conflict' },
};

/** Every isolate that is opened is closed in the same line, so that no name reaches beyond it. */
function isBalanced(line: string): boolean {
  return (line.match(/\u2068/gu)?.length ?? 0) === (line.match(/\u2069/gu)?.length ?? 0);
}

test('names and titles are isolated in each language and in every sentence', async () => {
  for (const locale of LOCALES) {
    for (const kind of NOTICE_KINDS) {
      const { subject, body } = await composeNotice(locale, { ...notice, kind });
      expect(subject).toContain('\u2068Hamburg – Busan\u2069');
      expect([subject, ...body.split('\n')].filter((line) => !isBalanced(line))).toEqual([]);
    }
  }
});

test('the mail leads to the very part, and to where mails are chosen, in the reader’s language', async () => {
  const { body } = await composeNotice('de', {
    ...notice,
    detail: { comment: '0193aaaa-0000-7000-8000-000000000000' },
  });
  expect(body).toContain('/de/dashboard/records/P-101?unit=de#comment-0193aaaa-0000-7000-8000-000000000000\n');
  expect(body).toMatch(/\/de\/dashboard\/notices$/u);
});

test('a subject is one line, whatever a name holds', async () => {
  const { subject } = await composeNotice('ar', { ...notice, by: 'x\r\nBcc: a@b.example\u2028y' });
  expect(subject).not.toMatch(/[\r\n\u2028]/u);
  expect(oneLine('a\r\n\tb\u0000c')).toBe('a b c');
  expect(oneLine('ك'.repeat(500))).toHaveLength(180);
});

test('a day counts its notices in the right form', async () => {
  const subjectOf = async (count: number) =>
    (
      await composeDigest(
        'ar',
        Array.from({ length: count }, () => notice),
      )
    ).subject;
  expect([await subjectOf(1), await subjectOf(2), await subjectOf(5), await subjectOf(11)]).toEqual([
    'إشعار جديد واحد في مدينتان',
    'إشعاران جديدان في مدينتان',
    '5 إشعارات جديدة في مدينتان',
    '11 إشعارًا جديدًا في مدينتان',
  ]);
});

test('as markup it has its language and direction, and no text becomes markup', () => {
  const html = mailMarkup('ar', 'a <b>&\n\nhttps://x.example/?a=1&b=2');
  expect(html).toContain('<html lang="ar" dir="rtl">');
  expect(html).toContain('a &lt;b&gt;&amp;');
  expect(html).toContain('<a href="https://x.example/?a=1&amp;b=2" dir="ltr">');
});
