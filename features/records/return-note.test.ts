import { expect, test } from 'vitest';
import { readReturnNote, reasonsField, RETURN_REASONS, writeReturnNote } from './return-note.ts';

test('reasons and words are found again as they were given', () => {
  for (const kept of [
    { reasons: [...RETURN_REASONS], note: 'سطر\nوآخر' },
    { reasons: ['facts' as const], note: '' },
    { reasons: [], note: 'الاسم ناقص' },
  ]) {
    expect(readReturnNote(writeReturnNote(kept))).toEqual(kept);
  }
});

test('a note from before there were reasons stays as it is, whatever it begins with', () => {
  for (const note of ['#unknown\nx', '#style and more', 'x\n#style', '']) {
    expect(readReturnNote(note)).toEqual({ reasons: [], note });
  }
});

test('a form posts none, one or several', () => {
  expect(reasonsField.parse(undefined)).toEqual([]);
  expect(reasonsField.parse('style')).toEqual(['style']);
  expect(reasonsField.parse(['facts', 'meaning', 'facts'])).toEqual(['meaning', 'facts']);
  expect(reasonsField.safeParse('other').success).toBe(false);
});
