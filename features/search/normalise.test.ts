import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldText, wordsIn } from './normalise.ts';

function fold(text: string): string {
  return foldText(text).join(' ');
}

describe('words are the same', () => {
  test.each([
    ['with and without marks', 'مُدُنٌ', 'مدن'],
    ['with and without tatweel', 'مـديـنـة', 'مدينة'],
    ['with any hamza', 'إأآٱزمير', 'ااااzmir'.replace('zmir', 'زمير')],
    ['with ه for ة', 'مدينة', 'مدينه'],
    ['with ى or ی for ي', 'على علی', 'علي علي'],
    ['with a hamza on its seat', 'مسؤول شواطئ', 'مسوول شواطي'],
    ['without the last hamza', 'ميناء', 'مينا'],
    ['with Persian letters', 'کارگاه پاریس', 'كاركاه باريس'],
    ['with presentation forms', 'ﻫﺎﻣﺒﻮﺭﻍ ﷲ', 'هامبورغ الله'],
    ['in the three sets of digits', '٢٠٢٣ ۲۰۲۳', '2023 2023'],
    ['with signs of direction', '\u202Bبريمن\u202C \u2067İzmir\u2069', 'بريمن izmir'],
    ['in capitals, with Turkish letters', 'İZMİR IĞDIR Şişli', 'izmir igdir sisli'],
    ['with letters that only some languages have', 'Łódź Århus Kraków Straße', 'lodz arhus krakow strasse'],
    ['around signs', 'Baden-Baden, (Köln)!', 'baden baden koln'],
  ])('%s', (_name, one, other) => {
    expect(fold(one)).toBe(fold(other));
  });
});

describe('words differ', () => {
  test.each([
    ['جامعة', 'جامع'],
    ['شراكة', 'شركة'],
    ['طاقة', 'بطاقة'],
    ['Bern', 'Brno'],
  ])('%s and %s', (one, other) => {
    expect(fold(one)).not.toBe(fold(other));
  });
});

test('dotted vowels have two usual spellings', () => {
  expect(wordsIn('Münster')).toEqual([{ forms: ['munster', 'muenster'], start: 0, end: 7 }]);
});

test('a word is found where it stands, whatever stands around it', () => {
  const text = 'بينَ «بريمن» و\u2067İzmir\u2069.';
  for (const { start, end, forms } of wordsIn(text)) {
    expect(wordsIn(text.slice(start, end)).map((word) => word.forms)).toEqual([forms]);
  }
});

test('what was folded stays as it is, and holds letters and digits alone', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const folded = fold(text);
      expect(fold(folded)).toBe(folded);
      expect(folded).toMatch(/^[\p{L}\p{N} ]*$/u);
      for (const { start, end } of wordsIn(text)) expect(start).toBeLessThan(end);
    }),
    { numRuns: 2000 },
  );
});
