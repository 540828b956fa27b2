import { describe, expect, it } from 'vitest';
import { readPublishedText } from '#features/records/published-rich-text.ts';
import { readingMinutes } from './reading-minutes.ts';

function textOf(words: number) {
  const content = [{ type: 'text', text: 'كلمة '.repeat(words) }];
  return readPublishedText({ type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'p' }, content }] });
}

describe('the time a text takes', () => {
  it('is at least a minute and grows with the words', () => {
    expect(readingMinutes([])).toBe(1);
    expect(readingMinutes(textOf(20))).toBe(1);
    expect(readingMinutes(textOf(800))).toBe(5);
  });
});
