import { describe, expect, test } from 'vitest';
import { checkCatalogue } from './check-catalogue.ts';
import { checkMessage } from './check-message.ts';
import { readCatalogue } from './read-catalogue.ts';

const SIX = '{count, plural, zero {لا شراكات} one {شراكة} two {شراكتان} few {# شراكات} many {# شراكة} other {# شراكة}}';

function namesOf(text: string, locale: string): string[] {
  const findings = checkMessage(
    { source: null, target: text },
    { locale, sourceLocale: 'en', directionMarks: 'refused' },
  );
  return findings.map(({ check, subject }) => `${check} ${subject}`.trim());
}

describe('a text is fine', () => {
  test.each([
    { locale: 'ar', text: SIX },
    { locale: 'ar', text: SIX.replace('zero', '=0') },
    { locale: 'ar', text: SIX.replace('one', '=1').replace('two', '=2') },
    { locale: 'ar', text: '{n, selectordinal, other {رقم #}}' },
    { locale: 'de', text: '{count, plural, =0 {keine} one {# Stadt} other {# Städte}}' },
    { locale: 'en', text: '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}' },
    { locale: 'en', text: "it's <link>{name}</link> on {day, date, long}" },
    { locale: 'en', text: "{name}'s city, ''{name}''" },
    { locale: 'en', text: 'in {language, select, ar {Arabic} other {English}}' },
  ])('$locale: $text', ({ locale, text }) => {
    expect(namesOf(text, locale)).toEqual([]);
  });
});

describe('a text is not fine', () => {
  test.each([
    { locale: 'en', text: '{count, plural, one {# city}', check: 'icu-parse' },
    { locale: 'en', text: '{count, plural, one {# city}}', check: 'icu-parse' },
    { locale: 'en', text: '<b>bold', check: 'icu-parse' },
    { locale: 'ar', text: SIX.replace(/few \{.*?\} /u, ''), check: 'plural-missing few' },
    { locale: 'ar', text: SIX.replace(/zero \{.*?\} /u, ''), check: 'plural-missing zero' },
    { locale: 'ar', text: SIX.replace('few', '=3'), check: 'plural-missing few' },
    { locale: 'de', text: '{count, plural, other {# Städte}}', check: 'plural-missing one' },
    { locale: 'de', text: '{n, plural, one {a} few {b} other {c}}', check: 'plural-needless few' },
    { locale: 'en', text: '{n, plural, one {a} lots {b} other {c}}', check: 'plural-selector lots' },
    { locale: 'en', text: '{n, plural, offset:1 one {a} other {b}}', check: 'plural-offset 1' },
    { locale: 'ar', text: '{عدد} شراكة', check: 'arg-corrupt عدد' },
    { locale: 'ar', text: '{count\u200F} شراكة', check: 'bidi-control U+200F' },
    { locale: 'ar', text: 'شراكة \u202E2023', check: 'bidi-control U+202E' },
    { locale: 'ar', text: 'شرا\u200Bكة', check: 'invisible U+200B' },
    { locale: 'de', text: 'Sta\u0308dte', check: 'not-nfc' },
    { locale: 'de', text: ' Städte', check: 'space-edge' },
    { locale: 'de', text: '', check: 'empty' },
  ])('$check: $text', ({ locale, text, check }) => {
    expect(namesOf(text, locale).map((name) => name.slice(0, check.length))).toContain(check);
  });

  test('the place of a fault is told', () => {
    const [finding] = checkMessage({ source: null, target: 'شراكة \u202E2023' }, { locale: 'ar', sourceLocale: 'en' });
    expect(finding).toMatchObject({ check: 'bidi-override', subject: 'U+202E', range: { start: 6, end: 7 } });
    expect(
      checkMessage({ source: null, target: '{n, plural, one {' }, { locale: 'en', sourceLocale: 'en' })[0],
    ).toMatchObject({
      check: 'icu-parse',
      range: { start: expect.any(Number) as number },
    });
  });
});

describe('against the source', () => {
  function compare(source: string, target: string): string[] {
    const findings = checkCatalogue(
      { source: new Map([['A.a', source]]), target: new Map([['A.a', target]]) },
      { locale: 'de', sourceLocale: 'en' },
    );
    return findings
      .filter(({ severity }) => severity === 'block' || severity === 'review')
      .map(({ check, subject }) => `${check} ${subject}`);
  }

  test('the same arguments may be counted in one language and plain in the other', () => {
    expect(compare('{n} of {total}', '{total, plural, one {#} other {#}}: {n, number}')).toEqual([]);
  });

  test('an apostrophe may show a brace where it does so in the source', () => {
    expect(compare("write '{name}'", "schreibe '{Name}'")).toEqual([]);
  });

  test.each([
    { source: '{name}', target: '{stadt}', found: ['arg-missing name', 'arg-extra stadt'] },
    { source: '<b>{name}</b>', target: '{name}', found: ['tag-missing b'] },
    { source: '{name}', target: '<b>{name}</b>', found: ['tag-extra b'] },
    { source: '{name}', target: "die Stadt {name} '{x'", found: ["apostrophe '"] },
    { source: '{day, date, long}', target: '{day}', found: ['arg-type day'] },
    { source: '{n, plural, one {{name}} other {#}}', target: '{n}', found: ['arg-missing name'] },
  ])('$source, $target', ({ source, target, found }) => {
    expect(compare(source, target)).toEqual(found);
  });

  test('keys that one side lacks are named', () => {
    const findings = checkCatalogue(
      { source: new Map([['A.a', 'x']]), target: new Map([['A.b', 'x']]) },
      { locale: 'de', sourceLocale: 'en' },
    );
    expect(findings.map(({ key, check }) => `${key} ${check}`)).toEqual(['A.a missing', 'A.b orphan']);
  });
});

test('a file is read into keys; names out of order and values that are no text are found', () => {
  const { texts, findings } = readCatalogue(
    '{"Home": {"title": "a", "lead": "b"}, "About": {"count": 3}, "Goal": {"9": "a", "10": "b"}}',
  );
  expect([...texts]).toEqual([
    ['Home.title', 'a'],
    ['Home.lead', 'b'],
    ['Goal.9', 'a'],
    ['Goal.10', 'b'],
  ]);
  expect(findings.map(({ key, check, subject }) => ({ key, check, subject }))).toEqual([
    { key: 'Home.lead', check: 'unsorted', subject: 'title' },
    { key: 'About', check: 'unsorted', subject: 'Home' },
    { key: 'About.count', check: 'not-text', subject: '' },
  ]);
});
