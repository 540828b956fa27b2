import { createTranslator } from 'use-intl/core';
import { wholeAddress } from '#features/settings/site-address.ts';
import { loadMessages } from '#i18n/load-messages.ts';
import { LANGUAGE_NAME, type Locale, localisePath } from '#i18n/locales.ts';
import { dayText } from '#i18n/moment-text.ts';
import { plainIsolate } from '#ui/plain-isolate.ts';
import { noticePath, type ReadNotice } from '../model.ts';

/** What a mail says. */
export interface Composed {
  subject: string;
  body: string;
}

/** What a mail needs to know of a notice. */
export type MailedNotice = Pick<ReadNotice, 'by' | 'detail' | 'kind' | 'part' | 'ref' | 'title'>;

const SUBJECT_MAX = 180;

/** A mail about one notice, in the reader's language. */
export async function composeNotice(locale: Locale, notice: MailedNotice): Promise<Composed> {
  const words = await wordsIn(locale);
  const sentence = sentenceOf(words, notice);
  return { subject: oneLine(sentence), body: bodyOf(words, [paragraphOf(words, notice)]) };
}

/** The mail of a day: everything new, oldest first. */
export async function composeDigest(locale: Locale, notices: readonly MailedNotice[]): Promise<Composed> {
  const words = await wordsIn(locale);
  const subject = words.t('digest', { count: notices.length });
  return {
    subject: oneLine(subject),
    body: bodyOf(words, [subject, ...notices.map((notice) => paragraphOf(words, notice))]),
  };
}

/** Text for a header: whatever could end a line is a space. */
export function oneLine(text: string): string {
  return Array.from(text.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim())
    .slice(0, SUBJECT_MAX)
    .join('');
}

type Words = Awaited<ReturnType<typeof wordsIn>>;

async function wordsIn(locale: Locale) {
  const messages = await loadMessages(locale);
  return {
    locale,
    t: createTranslator({ locale, messages, namespace: 'Notices' }),
    errors: createTranslator({ locale, messages, namespace: 'Errors' }),
  };
}

function sentenceOf({ t }: Words, { kind, by, title, part }: MailedNotice): string {
  const unit = part === null ? [] : [part === 'facts' ? t('facts') : plainIsolate(LANGUAGE_NAME[part])];
  const what = [plainIsolate(oneLine(title?.text ?? t('untitled'))), ...unit].join(' · ');
  return t.markup(`kinds.${kind}`, {
    by: () => plainIsolate(oneLine(by ?? t('product'))),
    what: () => what,
  });
}

function paragraphOf(words: Words, notice: MailedNotice): string {
  const { t, locale } = words;
  const { dueOn, note, problem } = notice.detail;
  return [
    sentenceOf(words, notice),
    ...(dueOn === undefined ? [] : [t.markup('due', { day: () => plainIsolate(dayText(locale, dueOn)) })]),
    ...(problem === undefined ? [] : [problemIn(words, problem)]),
    // Each line is somebody's own words in whatever language: its first letter decides its direction.
    ...(note === undefined ? [] : note.split(/\r?\n/u).map((line) => plainIsolate(line))),
    wholeAddress(localisePath(locale, noticePath(notice))),
  ].join('\n');
}

function bodyOf({ t, locale }: Words, paragraphs: readonly string[]): string {
  const foot = [t('mailWhy'), wholeAddress(localisePath(locale, '/dashboard/notices'))].join('\n');
  return [...paragraphs, foot].join('\n\n');
}

function problemIn({ errors }: Words, code: string): string {
  return errors.has(asKey(code)) ? errors(asKey(code)) : code;
}

/** `has` is asked whether the key exists. */
function asKey(code: string): never {
  return code as never;
}
