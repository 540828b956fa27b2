import { expect, test } from 'vitest';
import { paragraph } from '#tests/support/contents.ts';
import { standingOfQuote } from './quote.ts';

const content = {
  title: 'شراكة هامبورغ  وبوسان',
  aliases: ['Pusan', 'Busan'],
  milestones: { m1: { title: 'اتفاق أول' } },
  agreements: [{ id: 'a1', note: 'موقّع في بوسان' }],
  body: paragraph('نص القصة الطويل'),
};

test.each([
  ['title', 'هامبورغ وبوسان'],
  ['aliases', 'Busan'],
  ['milestones.m1.title', 'أول'],
  ['agreements.a1.note', 'في بوسان'],
  ['body', 'القصة'],
])('words of %s stand', (path, quote) => {
  expect(standingOfQuote(content, path, quote)).toBe('stands');
});

test.each([
  ['title', 'دورتموند'],
  ['milestones.m2.title', 'أول'],
  ['agreements.a2.note', 'في'],
  ['lead', 'نص'],
  ['title.deeper', 'هامبورغ'],
])('words of %s that are gone are said to be', (path, quote) => {
  expect(standingOfQuote(content, path, quote)).toBe('changed');
});
