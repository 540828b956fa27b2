import fc from 'fast-check';
import { expect, test } from 'vitest';
import { escapeXml } from './xml.ts';

test('signs of the language are escaped, impossible ones left out', () => {
  expect(escapeXml(`<a href="x">'&\u0000\uD800م</a>`)).toBe('&lt;a href=&quot;x&quot;&gt;&apos;&amp;م&lt;/a&gt;');
});

test('nothing that is escaped opens or ends an element', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(escapeXml(text)).not.toMatch(/[<>"']/u);
      expect(escapeXml(text).isWellFormed()).toBe(true);
    }),
  );
});
