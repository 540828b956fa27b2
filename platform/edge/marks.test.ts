import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMarks } from './marks.ts';

describe('what marks put out of date', () => {
  it('is a page that was made before one of its tags was marked', () => {
    const marks = createMarks();
    const seen = marks.look().seenOf(['place', 'texts']);
    expect(marks.isNewer(['place', 'texts'], seen)).toBe(false);
    expect(marks.hear([{ tag: 'texts', atMs: 5 }])).toEqual(['texts']);
    expect(marks.isNewer(['place', 'texts'], seen)).toBe(true);
    expect(marks.isNewer(['place'], [0])).toBe(false);
  });

  it('is no page that was made after it, however late the mark is told once more', () => {
    const marks = createMarks();
    marks.hear([{ tag: 'place', atMs: 5 }]);
    const seen = marks.look().seenOf(['place']);
    expect(marks.hear([{ tag: 'place', atMs: 5 }])).toEqual([]);
    expect(marks.hear([{ tag: 'place', atMs: 4 }])).toEqual([]);
    expect(marks.isNewer(['place'], seen)).toBe(false);
  });

  it('is a page that was being made when the mark came', () => {
    const marks = createMarks();
    marks.hear([{ tag: 'place', atMs: 5 }]);
    const look = marks.look();
    marks.hear([{ tag: 'place', atMs: 6 }]);
    expect(marks.isNewer(['place'], look.seenOf(['place']))).toBe(true);
    expect(marks.isNewer(['place'], marks.look().seenOf(['place']))).toBe(false);
  });

  it('is no page for which a known mark was told again while it was made', () => {
    const marks = createMarks();
    marks.hear([{ tag: 'place', atMs: 5 }]);
    const look = marks.look();
    marks.hear([{ tag: 'place', atMs: 5 }]);
    expect(marks.isNewer(['place'], look.seenOf(['place']))).toBe(false);
  });

  it('is a page of which a mark came while its first marks were unknown', () => {
    const marks = createMarks();
    const look = marks.look();
    marks.hear([{ tag: 'place', atMs: 5 }]);
    const seen = look.seenOf(['place']);
    expect(marks.isNewer(['place'], seen)).toBe(true);
    // So it stays for who reads it from the disk with marks that are all unknown again.
    const later = createMarks();
    later.hear([{ tag: 'place', atMs: 1 }]);
    expect(later.isNewer(['place'], seen)).toBe(true);
  });

  it('does not depend on whose clock made the mark', () => {
    const marks = createMarks();
    marks.hear([{ tag: 'place', atMs: Date.now() + 1e9 }]);
    const seen = marks.look().seenOf(['place']);
    expect(marks.hear([{ tag: 'other', atMs: 1 }])).toEqual(['other']);
    expect(marks.isNewer(['place', 'other'], [...seen, 0])).toBe(true);
    expect(marks.isNewer(['place', 'other'], [...seen, 1])).toBe(false);
  });

  it('is a page that does not say what it has seen', () => {
    const marks = createMarks();
    expect(marks.isNewer(['place'], [])).toBe(true);
  });

  it('is told once where one batch names a tag twice, and the newest counts', () => {
    const marks = createMarks();
    const batch = [
      { tag: 'place', atMs: 7 },
      { tag: 'place', atMs: 6 },
    ];
    expect(marks.hear(batch)).toEqual(['place']);
    expect(marks.look().seenOf(['place'])).toEqual([7]);
  });

  it('is every page that began before the newest mark of its tag, and no other', () => {
    const step = fc.record({ tag: fc.constantFrom('a', 'b'), atMs: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(fc.array(step), fc.array(step), fc.array(step), (before, during, after) => {
        const marks = createMarks();
        for (const mark of before) marks.hear([mark]);
        const look = marks.look();
        const newerThen = during.flatMap((mark) => marks.hear([mark]));
        const seen = look.seenOf(['a', 'b']);
        const newerLater = after.flatMap((mark) => marks.hear([mark]));
        expect(marks.isNewer(['a', 'b'], seen)).toBe(newerThen.length + newerLater.length > 0);
      }),
    );
  });
});
