import { expect, test } from 'vitest';
import { suggestionsIn } from './suggestions.ts';

const one = { type: 'place', href: '/places/izmir', title: 'إزمير', textLocale: 'ar', gloss: null, glossLocale: null };

test('what has the shape of a suggestion is shown', () => {
  const more = { ...one, gloss: 'İzmir', glossLocale: 'de' };
  expect(suggestionsIn({ suggestions: [one, more] })).toEqual([one, more]);
});

test.each([
  null,
  7,
  [],
  { suggestions: 'no' },
  { suggestions: [null, 'x', { ...one, title: 7 }, { ...one, href: undefined }] },
  {
    suggestions: [
      { ...one, href: 'https://elsewhere.example/' },
      { ...one, href: '//elsewhere.example' },
    ],
  },
  { suggestions: [{ ...one, href: 'javascript:alert(1)' }] },
])('anything else is not (%j)', (answer) => expect(suggestionsIn(answer)).toEqual([]));
