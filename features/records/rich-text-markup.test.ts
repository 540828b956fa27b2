import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { richText } from '#tests/support/arbitrary-rich-text.ts';
import { normaliseContent } from './normalise.ts';
import { readMarkup, writeMarkup } from './rich-text-markup.ts';
import { type RichText, richTextSchema } from './rich-text.ts';

/** As the kernel stores it. */
function stored(document: RichText | undefined): unknown {
  return normaliseContent({ body: document })['body'];
}

describe('what was written as markup', () => {
  test('comes back as it was stored, whatever it holds', () => {
    fc.assert(
      fc.property(richText, (document) => {
        const kept = stored(document);
        if (kept === undefined) return;
        expect(stored(readMarkup(writeMarkup(richTextSchema.parse(kept))))).toEqual(kept);
      }),
      { numRuns: 3000 },
    );
  });

  test('whatever somebody types is a document, and typing it again gives the same', () => {
    const typed = fc.string({ maxLength: 60, unit: fc.constantFrom(...'ab*[](){}\\#>- 1.^:s\n') });
    fc.assert(
      fc.property(typed, (text) => {
        const kept = stored(readMarkup(text));
        if (kept === undefined) return;
        const document = richTextSchema.safeParse(kept);
        if (document.success) expect(stored(readMarkup(writeMarkup(document.data)))).toEqual(kept);
      }),
      { numRuns: 3000 },
    );
  });
});

function runsOf(markup: string): unknown {
  const [block] = readMarkup(markup)?.content ?? [];
  return block?.content;
}

describe('typing', () => {
  test('blocks are parted by empty lines and keep their names', () => {
    const typed =
      '## Overview {#intro}\n\nFirst line\nsecond line {#b1}\n \n- one\n- two\n\n1. a\n2. b\n\n> said\n> so';
    const read = readMarkup(typed)?.content.map(({ type, attrs, content }) => [type, attrs.id, content]);
    expect(read).toEqual([
      ['heading', 'intro', [{ type: 'text', text: 'Overview' }]],
      ['paragraph', 'b1', [{ type: 'text', text: 'First line second line' }]],
      ['bulletList', expect.any(String), [item('one'), item('two')]],
      ['orderedList', expect.any(String), [item('a'), item('b')]],
      ['blockquote', expect.any(String), [{ type: 'text', text: 'said so' }]],
    ]);
  });

  test('a name that is used twice names the first block', () => {
    const ids = readMarkup('one {#b1}\n\ntwo {#b1}')?.content.map(({ attrs }) => attrs.id) ?? [];
    expect(ids[0]).toBe('b1');
    expect(new Set(ids).size).toBe(2);
  });

  test('marks stand inside each other', () => {
    expect(runsOf('[**Hafen{en:City}**](/places/hamburg)')).toEqual([
      {
        type: 'text',
        text: 'Hafen',
        marks: [{ type: 'link', attrs: { href: '/places/hamburg' } }, { type: 'bold' }],
      },
      {
        type: 'text',
        text: 'City',
        marks: [
          { type: 'link', attrs: { href: '/places/hamburg' } },
          { type: 'bold' },
          { type: 'foreign', attrs: { lang: 'en' } },
        ],
      },
    ]);
  });

  test('lines that begin with a bar are a table, the first its head', () => {
    const [table] = readMarkup('| City | Year |\n|:---|---|\n| a \\| b | **1989** |\n| c {#t1}')?.content ?? [];
    expect(table).toEqual({
      type: 'table',
      attrs: { id: 't1' },
      content: [
        row([[{ type: 'text', text: 'City' }], [{ type: 'text', text: 'Year' }]]),
        row([[{ type: 'text', text: 'a | b' }], [{ type: 'text', text: '1989', marks: [{ type: 'bold' }] }]]),
        row([[{ type: 'text', text: 'c' }], []]),
      ],
    });
  });

  test('an address with brackets is a whole address', () => {
    const [run] = [runsOf('[Hamburg](https://en.wikipedia.org/wiki/Hamburg_(city))')].flat();
    expect(run).toMatchObject({ marks: [{ attrs: { href: 'https://en.wikipedia.org/wiki/Hamburg_(city)' } }] });
  });

  test('a note belongs to the words before it, or to those in brackets', () => {
    const note = { type: 'sourceNote', attrs: { sourceId: 's1' } };
    expect(runsOf('all of it[^s1]')).toEqual([{ type: 'text', text: 'all of it', marks: [note] }]);
    expect(runsOf('not this [but this][^s1]')).toEqual([
      { type: 'text', text: 'not this ' },
      { type: 'text', text: 'but this', marks: [note] },
    ]);
  });

  test.each(['[^s1]', '**', '****', 'a ] b', 'a } b', '[]()', '[open', '{en:open', '{en:}', '2 * 3', '**open'])(
    'what is no mark is text: %s',
    (typed) => {
      expect(runsOf(typed)).toEqual([{ type: 'text', text: typed }]);
    },
  );

  test('hostile brackets take no time', () => {
    const typed = '['.repeat(20_000) + '**{en:'.repeat(5000) + '[a]('.repeat(5000);
    const began = performance.now();
    expect(readMarkup(typed)?.content).toHaveLength(1);
    expect(performance.now() - began).toBeLessThan(3000);
  });

  test('nothing typed is no document', () => {
    expect(readMarkup(' \n\n \r\n')).toBeUndefined();
  });
});

function item(text: string): unknown {
  return { type: 'listItem', content: [{ type: 'text', text }] };
}

function row(cells: readonly unknown[]): unknown {
  return { type: 'tableRow', content: cells.map((content) => ({ type: 'tableCell', content })) };
}
