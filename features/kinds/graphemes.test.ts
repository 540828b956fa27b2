import { expect, test } from 'vitest';
import { cutGraphemes, graphemesIn } from './graphemes.ts';

test('signs are counted as people see them', () => {
  expect(graphemesIn('مَدِينَة', 'ar')).toHaveLength(5);
  expect(graphemesIn('Köln 🇩🇪', 'de')).toHaveLength(6);
});

test('a long text is cut after a word, a short one is left', () => {
  expect(cutGraphemes('هامبورغ وبوسان', 20, 'ar')).toBe('هامبورغ وبوسان');
  expect(cutGraphemes('شراكة بين هامبورغ وبوسان', 15, 'ar')).toBe('شراكة بين…');
  expect(cutGraphemes('Donaudampfschifffahrt', 8, 'de')).toBe('Donauda…');
});
