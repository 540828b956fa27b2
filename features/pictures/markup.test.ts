import { describe, expect, it } from 'vitest';
import { asLine, asMarkup, escapeMarkup } from './internal/markup.ts';

const COLOUR = '#FFFFFF';

describe('text from data', () => {
  it('is one line without signs that turn, hide or break it', () => {
    expect(asLine('هامبورغ\u202E\u2066 و\nبوسان\u200F\u0000\u{E0041}\uFFFF')).toBe('هامبورغ و بوسان ');
    expect(asLine('half \uD83D')).toBe('half \uFFFD');
  });

  it('keeps what shapes letters: joiners, marks, letters beyond the first plane', () => {
    expect(asLine('می\u200Cخواهم مَدِينَةٌ 𐤀')).toBe('می\u200Cخواهم مَدِينَةٌ 𐤀');
  });

  it('is not endless, and no letter is cut in half', () => {
    const cut = asLine('𐤀'.repeat(10_000));
    expect([...cut]).toHaveLength(400);
    expect(cut.isWellFormed()).toBe(true);
  });

  it('is never markup', () => {
    expect(escapeMarkup(`</span><b a='1' b="2">&amp;`)).toBe(
      '&lt;/span&gt;&lt;b a=&#39;1&#39; b=&quot;2&quot;&gt;&amp;amp;',
    );
    const markup = asMarkup([{ text: '<span size="9999999">', colour: COLOUR }], 'de');
    expect(markup.match(/<[^>]*>/gu)).toEqual([`<span foreground="${COLOUR}">`, '</span>']);
  });
});

describe('a line', () => {
  it('runs in the direction of its language, whatever it begins with', () => {
    expect(asMarkup([{ text: 'HafenCity', colour: COLOUR }], 'ar')).toMatch(/^\u200F/u);
    expect(asMarkup([{ text: 'بوسان', colour: COLOUR }], 'de')).toMatch(/^\u200E/u);
  });

  it('isolates what runs against it', () => {
    const markup = asMarkup([{ text: 'في HafenCity الآن', colour: COLOUR }], 'ar');
    expect(markup).toContain('في \u2068HafenCity\u2069 الآن');
  });
});
