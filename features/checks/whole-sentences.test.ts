import { expect, test } from 'vitest';
import { checkMessage } from './check-message.ts';
import { listPluralForms, pluralFormOf } from './plural-forms.ts';
import { renderMessage } from './render-message.ts';
import { expandPlural, foldPlural } from './whole-sentences.ts';

const TEXTS = [
  'لديك {n, plural, one {أمر} other {# أوامر}} اليوم.',
  'لديك {n, plural, zero {لا أمر} one {أمر} two {أمران} few {# أوامر} many {# أمرًا} other {# أمر}}',
  '{n, plural, =0 {x} one {y} other {# z}}',
  "Room #5, it's {n, plural, one {# guest} other {# guests}} in '{#}' <b>now #1</b>",
  '<b>{n, plural, one {a} other {b}}</b> of {total}',
  '{n, selectordinal, one {#st} two {#nd} few {#rd} other {#th}} city',
  '{ n , plural , one {a}  other { b } }!',
  '{n, plural, one {a} other {b}} and {m, plural, one {c} other {d #}} #',
];

test.each(TEXTS)('spread and folded without a change it is the same letter by letter: %s', (text) => {
  const expanded = expandPlural(text, 'ar');
  expect(expanded).not.toBeNull();
  if (expanded !== null) expect(foldPlural(expanded, expanded.sentences)).toBe(text);
});

test.each(TEXTS)('folded with one sentence more, readers see the same: %s', (text) => {
  const expanded = expandPlural(text, 'en');
  if (expanded === null) throw new Error('not spread');
  const whole = foldPlural(
    expanded,
    new Map([...expanded.sentences, ['=77', `!${expanded.sentences.get('other') ?? ''}`]]),
  );
  for (const n of [0, 1, 2, 3, 11, 100]) {
    const values = { n, m: n, total: 9 };
    expect(renderMessage(whole, 'en', values)).toEqual(renderMessage(text, 'en', values));
  }
});

test('the forms that Arabic lacks are filled, so that six sentences are there to be written', () => {
  const expanded = expandPlural('لديك {n, plural, one {أمر} other {# أوامر}} اليوم.', 'ar');
  expect(expanded?.filled).toEqual(['zero', 'two', 'few', 'many']);
  expect([...(expanded?.sentences ?? [])]).toEqual([
    ['zero', 'لديك # أوامر اليوم.'],
    ['one', 'لديك أمر اليوم.'],
    ['two', 'لديك # أوامر اليوم.'],
    ['few', 'لديك # أوامر اليوم.'],
    ['many', 'لديك # أوامر اليوم.'],
    ['other', 'لديك # أوامر اليوم.'],
  ]);
});

test('words around stay outside while every sentence has them, else sentences are whole', () => {
  const expanded = expandPlural('لديك {n, plural, one {أمر} other {# أوامر}} اليوم.', 'en');
  if (expanded === null) throw new Error('not spread');
  const change = (one: string) => foldPlural(expanded, new Map([...expanded.sentences, ['one', one]]));
  expect(change('لديك أمر واحد اليوم.')).toBe('لديك {n, plural, one {أمر واحد} other {# أوامر}} اليوم.');
  expect(change('أمر واحد.')).toBe('{n, plural, one {أمر واحد.} other {لديك # أوامر اليوم.}}');
  expect(checkMessage({ source: null, target: change('أمر واحد.') }, { locale: 'en', sourceLocale: 'en' })).toEqual([]);
});

test.each([
  'x',
  '{n',
  '{g, select, a {{n, plural, one {a} other {b}}} other {c}}',
  '{n, plural, offset:1 one {a} other {b}}',
])('nothing to be spread: %s', (text) => {
  expect(expandPlural(text, 'ar')).toBeNull();
});

test('each form has numbers that take it', () => {
  for (const locale of ['ar', 'de', 'en', 'fr', 'pl', 'ru', 'cs', 'lt', 'cy', 'he', 'lv', 'sl', 'mt']) {
    for (const { form, samples } of listPluralForms(locale)) {
      expect(samples.length, `${locale} ${form}`).toBeGreaterThan(0);
      for (const sample of samples) expect(pluralFormOf(sample, locale)).toBe(form);
    }
  }
  expect(listPluralForms('ar').map(({ form, samples }) => `${form} ${samples.join(' ')}`)).toEqual([
    'zero 0',
    'one 1',
    'two 2',
    'few 3 10 103',
    'many 11 99 111',
    'other 100 102 200',
  ]);
  expect(listPluralForms('cs').find(({ form }) => form === 'many')).toMatchObject({
    samples: [0.1, 0.5, 1.1],
    isNeeded: false,
  });
});

test('a text is shown with samples for what was not given, and says why where it cannot be', () => {
  expect(renderMessage('{n, plural, one {شراكة} few {# شراكات} other {#}} في {city}', 'ar', { n: 3 }).text).toBe(
    '3 شراكات في ⟨city⟩',
  );
  expect(renderMessage('<b>{g, select, a {A} other {B}}</b>', 'en').text).toBe('<b>A</b>');
  expect(renderMessage('{n', 'en')).toMatchObject({ text: null, fault: expect.any(String) as string });
});
