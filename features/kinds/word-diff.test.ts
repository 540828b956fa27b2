import { describe, expect, test } from 'vitest';
import { diffWords } from './word-diff.ts';

const shown = (before: string, after: string, language = 'ar') =>
  diffWords(before, after, language)
    ?.map(({ change, text }) => (change === 'same' ? text : change === 'new' ? `{+${text}+}` : `{-${text}-}`))
    .join('');

describe('a text beside another one', () => {
  test.each([
    [
      'وقّعت المدينتان اتفاقًا في 1995',
      'وقّعت المدينتان مذكرةً في 1996',
      'وقّعت المدينتان {-اتفاقًا-}{+مذكرةً+} في {-1995-}{+1996+}',
    ],
    ['بريمن وإزمير', 'بريمن، وإزمير', 'بريمن{+،+} وإزمير'],
    ['شراكة قديمة', 'شراكة قديمة جدًا', 'شراكة قديمة{+ جدًا+}'],
  ])('%s', (before, after, expected) => {
    expect(shown(before, after)).toBe(expected);
  });

  test('in German parts words, not letters', () => {
    expect(shown('Die Städte arbeiten', 'Die Häfen arbeiten', 'de')).toBe('Die {-Städte-}{+Häfen+} arbeiten');
  });

  test('gives each text back, whatever stands in it', () => {
    for (const [before, after] of [
      ['a\u202Eb 🙂 c', 'a 🙂 d'],
      ['  x  y ', ' x y  z'],
      ['نص\nسطر', 'نص\n\nسطر آخر'],
    ] as const) {
      const runs = diffWords(before, after, 'und') ?? [];
      expect(
        runs
          .filter(({ change }) => change !== 'new')
          .map(({ text }) => text)
          .join(''),
      ).toBe(before);
      expect(
        runs
          .filter(({ change }) => change !== 'gone')
          .map(({ text }) => text)
          .join(''),
      ).toBe(after);
    }
  });

  test('is shown whole where nothing is left of the other, one is empty or both are very long', () => {
    expect(diffWords('أول', 'ثانٍ', 'ar')).toBeNull();
    expect(diffWords('', 'نص', 'ar')).toBeNull();
    expect(diffWords('كلمة '.repeat(9000), 'كلمة أخرى', 'ar')).toBeNull();
  });
});
