import { describe, expect, test } from 'vitest';
import { checkMessage, checkPlainText } from './check-message.ts';
import { applyFixes } from './fixes.ts';
import type { CheckContext, CheckName } from './model.ts';

const ARABIC: CheckContext = { locale: 'ar', sourceLocale: 'en' };
const SIX = 'zero {لا شراكات} one {شراكة} two {شراكتان} few {# شراكات} many {# شراكة} other {# شراكة}';

function found(target: string, source: string | null = null, context: Partial<CheckContext> = {}): CheckName[] {
  return checkMessage({ source, target }, { ...ARABIC, ...context }).map(({ check }) => check);
}

describe('correct Arabic raises no alarm', () => {
  test.each([
    ['ملف بصيغة PDF', 'PDF file'],
    ['بـ PDF', 'by PDF'],
    ['لـ 75 مدينة', 'for 75 cities'],
    ['لـ {city}', 'for {city}'],
    ['بـ«توأمة»', 'by “twinning”'],
    ['وفقًا لـ <link>الإرشادات</link>', 'according to <link>the guidelines</link>'],
    ['هل هي قائمة؟', 'Is it alive?'],
    ['المدن، والموانئ؛ ثم البقية', 'Cities, ports; then the rest'],
    ['نعم، أو لا؟', 'Yes, or no?'],
    ['٣,٥ كم', '3.5 km'],
    ['1,000 مدينة', '1,000 cities'],
    ['الصيغ (PDF, PNG)', 'Formats (PDF, PNG)'],
    ['أ) الأولى', 'a) the first'],
    ['الخيار أ و ب', 'option a and b'],
    ['ص.ب 12', 'P.O. box 12'],
    ['سنة 1445 هـ الموافقة', 'the year 1445 AH'],
    ['جارٍ الحفظ…', 'Saving...'],
    ['نتيجة واحدة', '1 result'],
    ['مدينتان', '2 cities'],
    ['ثلاث مدن', '3 cities'],
    ['شيئًا فشيئًا، وواحدًا واحدًا', 'little by little'],
    ['مُحَدَّدٌ بِدِقَّةٍ', 'precisely set'],
    ['اكتب مثل name@example.org', 'Write like name@example.org.'],
    ['ملفات .pdf', '.pdf files'],
    ['HafenCity', 'HafenCity'],
    ['النسبة 12٪', '12%'],
    [`{n, plural, ${SIX}}`, '{n, plural, one {# partnership} other {# partnerships}}'],
    [
      '{n, plural, =0 {x} =1 {y} =2 {z} few {# مدن} many {# مدينة} other {# مدينة}}',
      '{n, plural, one {#} other {# cities}}',
    ],
    ['الكل: {n, plural, zero {0} one {#} two {#} few {#} many {#} other {#}}', 'All: {n, plural, one {#} other {#}}'],
  ])('%s', (target, source) => {
    const digits = /[٠-٩]/u.test(target) ? 'arab' : 'latn';
    expect(found(target, source, { digits }).filter((check) => check !== 'plural-partial')).toEqual([]);
  });

  test('persian digits are those of Persian, and its letters are its own', () => {
    expect(
      checkMessage({ source: '12 partnerships', target: '۱۲ شراکت' }, { locale: 'fa', sourceLocale: 'en' }),
    ).toEqual([]);
  });

  test.each(['de', 'en'])('correct sentences in %s', (locale) => {
    const target =
      locale === 'de' ? 'Die „Städte“, die die Liste zeigt (alle 12).' : 'The “cities” that it’s about (all 12).';
    expect(checkMessage({ source: 'المدن «كلها» وعددها (12).', target }, { locale, sourceLocale: 'ar' })).toEqual([]);
  });
});

/** Each check, with a text that breaks it and at most one that repairs it. */
const BREACHES: readonly [CheckName, string, string | null, (string | null)?, Partial<CheckContext>?][] = [
  ['apostrophe', "قيمة '{name}'", 'value {name}', 'قيمة ’{name}’'],
  ['ar-conjunction', 'العنوان و الوصف', null, 'العنوان والوصف'],
  ['ar-foreign-letter', 'شراکة', null, 'شراكة'],
  ['ar-latin-punct', 'نجاح: {a}, فشل: {b}', 'Done: {a}, failed: {b}', 'نجاح: {a}، فشل: {b}'],
  ['ar-latin-punct', 'هل هي قائمة?', 'Is it alive?', 'هل هي قائمة؟'],
  ['ar-presentation', '\uFEB7\uFEAE\uFE8D\uFEDB\uFE94', null, 'شراكة'],
  ['ar-punct-space', 'التعليق ؟', 'Comment?', 'التعليق؟'],
  ['ar-punct-space', 'الطلبات.إذا', null, 'الطلبات. إذا'],
  ['ar-tatweel', 'شـراكة', null, 'شراكة'],
  ['ar-tatweel', 'بـ إزمير', null, 'بإزمير'],
  ['ar-tatweel', 'لـ المدينة', null, 'للمدينة'],
  [
    'arg-branch-missing',
    `{n, plural, zero {a} one {b} two {c} few {# مدن} many {# مدينة {city}} other {# {city}}}`,
    '{n, plural, one {# {city}} other {# {city}}}',
  ],
  ['arg-corrupt', '{count\u200F} شراكة', '{count} partnerships', '{count} شراكة'],
  ['arg-corrupt', '{عدد} شراكة', '{count} partnerships'],
  ['arg-extra', '{city} شراكة', '{count} partnerships'],
  ['arg-missing', 'شراكة', 'partnership {count}'],
  ['arg-type', '{date}', '{date, date, long}'],
  ['arg-type', '{date, date, lang}', '{date, date, long}'],
  ['bidi-control', 'شراكة\u200F', null, 'شراكة', { directionMarks: 'refused' }],
  ['bidi-mark', '\u200Fالمدينة في هامبورغ', null],
  ['bidi-open', '\u2067شراكة المدن', null, '\u2067شراكة المدن\u2069'],
  ['bidi-override', 'شراكة \u202E2023\u202C', null],
  ['bidi-stray', 'شراكة\u2069 المدن', null, 'شراكة المدن'],
  ['brackets', 'برنامج التعاون (IURC', 'Programme (IURC)'],
  ['control-character', 'شراكة\u0007', null, 'شراكة'],
  ['digits-mixed', '٣ من 10', '3 of 10'],
  ['digits-policy', '٤ك', '4k', '4ك', { digits: 'latn' }],
  ['email', 'البريد: info@bremen', 'Mail: info@bremen.de'],
  ['empty', ' ', 'Title'],
  ['foreign-punct', 'Bremen، Izmir', 'بريمن، إزمير', 'Bremen, Izmir', { locale: 'de', sourceLocale: 'ar' }],
  [
    'hash-literal',
    `{n, plural, zero {a} one {b} two {c} few {d} many {e} other {{g, select, other {#}}}}`,
    '{n, plural, one {a} other {{g, select, other {b}}}}',
  ],
  ['icu-parse', '{count, plural, one {شراكة other {شراكات}}', '{count} partnerships'],
  ['invisible', 'شرا\u200Bكة', null, 'شراكة'],
  ['length-max', 'الشراكة من أجل الابتكار والمناخ', null, null, { maxLength: 20 }],
  [
    'length-ratio',
    'كود التتبع',
    'Please copy the code into the head of every page whose visits are to be counted from now on',
  ],
  ['mojibake', 'Ø´Ø±Ø§ÙƒØ©', null],
  ['mostly-source', 'Please select the partner city الآن', 'Please select the partner city now'],
  ['newline-count', 'سطر أول\nسطر ثان', 'one line'],
  ['no-target-script', 'Hits،', 'Visits:'],
  ['not-nfc', 'محد\u064E\u0651دة'.normalize('NFC').replace('\u064E\u0651', '\u0651\u064E'), null],
  ['numbers', 'عام 2024', 'the year 2023'],
  ['plural-dropped', 'يتطلب {count} صورة', '{count, plural, one {needs # picture} other {needs # pictures}}'],
  ['plural-missing', '{n, plural, one {سجل} other {سجلات}}', '{n, plural, one {record} other {records}}'],
  [
    'plural-needless',
    '{n, selectordinal, one {الأولى} other {رقم #}}',
    '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
    '{n, selectordinal, other {رقم #}}',
  ],
  [
    'plural-no-number',
    `{n, plural, ${SIX.replace('few {# ', 'few {')}}`,
    '{n, plural, one {# partnership} other {# partnerships}}',
  ],
  ['plural-offset', `{n, plural, offset:1 ${SIX}}`, null],
  ['plural-partial', `لديك {n, plural, ${SIX}}`, null],
  [
    'plural-same-forms',
    '{n, plural, zero {# شراكة} one {# شراكة} two {# شراكة} few {# شراكة} many {# شراكة} other {# شراكة}}',
    null,
  ],
  ['plural-selector', '{n, plural, lots {كثير} other {#}}', null],
  ['punct-end', 'غير صحيح', 'Invalid.', 'غير صحيح.'],
  ['punct-end', 'أي مدينة:', 'Which city?', 'أي مدينة؟'],
  ['raw-markup', 'سطر<br/>آخر', 'a line'],
  ['select-extra', '{g, select, مؤنث {عضوة} other {عضو}}', '{g, select, male {him} other {them}}'],
  ['select-missing', '{g, select, male {عضو} other {أعضاء}}', '{g, select, male {him} female {her} other {them}}'],
  ['space-double', 'تم  إنشاء', 'It was made', 'تم إنشاء'],
  ['space-edge', 'قيم ', 'Values', 'قيم'],
  ['tag-empty', 'راجع <link></link> الإرشادات', 'See <link>the guidelines</link>'],
  ['tag-extra', 'شراكات <b>المدن</b>', 'City partnerships'],
  ['tag-missing', 'راجع الإرشادات', 'See <link>the guidelines</link>'],
  ['unchanged', 'Replay the film', 'Replay the film'],
  ['unsafe', '<script>alert(1)</script>', 'text'],
  ['unsafe', 'javascript:alert(1)', 'text'],
  ['url', 'راجع https://example.org/b', 'See https://example.org/a'],
  ['word-repeated', 'من من المدن', 'of the cities', 'من المدن'],
];

describe('a breach is found and, where a fix is offered, repaired by it', () => {
  test.each(BREACHES)('%s: %s', (check, target, source, repaired = null, context = {}) => {
    expect(found(target, source, context)).toContain(check);
    if (repaired === null) return;
    const findings = checkMessage({ source, target }, { ...ARABIC, ...context }).filter(
      (finding) => finding.check === check,
    );
    expect(applyFixes(target, findings)).toBe(repaired);
  });
});

test('a place in a branch with quoted signs is the place in the text itself', () => {
  const target = `'{'قبل'}' {n, plural, zero {a} one {b} two {c} few {d} many {# مدينة ؟} other {e}}`;
  const finding = checkMessage({ source: null, target }, ARABIC).find(({ check }) => check === 'ar-punct-space');
  expect(finding?.range).toEqual({ start: target.indexOf(' ؟'), end: target.indexOf('؟') });
});

test('a text of a record is no message: its braces are signs', () => {
  expect(checkPlainText({ source: 'A {b} <c> d', target: 'ألف {b} <c> باء' }, ARABIC)).toEqual([]);
  expect(checkPlainText({ source: 'A', target: 'هل ?' }, ARABIC).map(({ check }) => check)).toContain('punct-end');
});

test('a dropped plural blocks where the language has many forms, else it warns', () => {
  const source = '{n, plural, one {# city} other {# cities}}';
  const severityIn = (locale: string, target: string) =>
    checkMessage({ source, target }, { locale, sourceLocale: 'en' }).find(({ check }) => check === 'plural-dropped')
      ?.severity;
  expect(severityIn('ar', 'المدن: {n}')).toBe('review');
  expect(severityIn('de', 'Städte: {n}')).toBe('warning');
});
