import { describe, expect, it } from 'vitest';
import { mentionsIn, readPublishedText, runsOf as runsOfBlock, type TextRun } from './published-rich-text.ts';

function paragraphOf(...content: unknown[]) {
  return { type: 'doc', content: [{ type: 'paragraph', attrs: { id: 'p1' }, content }] };
}

function runsOf(document: unknown): TextRun[] {
  return readPublishedText(document).flatMap((block) => runsOfBlock(block));
}

describe('a stored text', () => {
  it('is read with its blocks and marks', () => {
    const blocks = readPublishedText({
      type: 'doc',
      content: [
        { type: 'heading', attrs: { id: 'h', level: 3 }, content: [{ type: 'text', text: 'عنوان' }] },
        {
          type: 'paragraph',
          attrs: { id: 'p' },
          content: [
            { type: 'text', text: 'حي ' },
            { type: 'text', text: 'HafenCity', marks: [{ type: 'foreign', attrs: { lang: 'de' } }, { type: 'bold' }] },
            { type: 'text', text: ' هنا', marks: [{ type: 'link', attrs: { href: '/places/hamburg' } }] },
          ],
        },
        { type: 'blockquote', attrs: { id: 'q' }, content: [{ type: 'text', text: 'قول' }] },
        {
          type: 'bulletList',
          attrs: { id: 'l' },
          content: [{ type: 'listItem', content: [{ type: 'text', text: 'بند' }] }],
        },
      ],
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(['heading', 'paragraph', 'quotation', 'list']);
    expect(blocks[0]).toMatchObject({ level: 3, runs: [{ text: 'عنوان' }] });
    expect(blocks[1]).toMatchObject({
      runs: [
        { text: 'حي ', bold: false, href: null, lang: null },
        { text: 'HafenCity', bold: true, lang: 'de' },
        { text: ' هنا', href: '/places/hamburg' },
      ],
    });
    expect(blocks[3]).toMatchObject({ ordered: false, items: [[{ text: 'بند' }]] });
  });

  it('names a source once where its note goes over several runs', () => {
    const note = { type: 'sourceNote', attrs: { sourceId: 's1' } };
    const document = paragraphOf(
      { type: 'text', text: 'مجلة ', marks: [note] },
      { type: 'text', text: 'HANSA', marks: [{ type: 'foreign', attrs: { lang: 'de' } }, note] },
      { type: 'text', text: ' ثم', marks: [{ type: 'sourceNote', attrs: { sourceId: 's2' } }] },
    );
    expect(runsOf(document).map(({ sourceIds }) => sourceIds)).toEqual([[], ['s1'], ['s2']]);
    expect(mentionsIn(readPublishedText(document))).toEqual([
      { sourceId: 's1', at: 'p1-1' },
      { sourceId: 's2', at: 'p1-2' },
    ]);
  });
});

describe('a text that nobody could have saved', () => {
  it.each([
    null,
    undefined,
    'doc',
    42,
    [],
    {},
    { type: 'doc' },
    { type: 'doc', content: 'x' },
    { type: 'doc', content: { length: 3 } },
    { type: 'script', content: [] },
    { type: 'doc', content: [null, 7, 'text', [], { type: 'script', content: [{ type: 'text', text: 'alert(1)' }] }] },
    { type: 'doc', content: [{ type: 'html', attrs: { html: '<img onerror=alert(1)>' } }] },
  ])('is empty: %j', (document) => {
    expect(readPublishedText(document)).toEqual([]);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    ' javascript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'vbscript:x',
    '//evil.example/x',
    '/\\evil.example',
    'http:/evil',
    'file:///etc/passwd',
    7,
    { toString: 'x' },
  ])('loses the link to %j and keeps its words', (href) => {
    const document = paragraphOf({ type: 'text', text: 'كلمة', marks: [{ type: 'link', attrs: { href } }] });
    expect(runsOf(document)).toMatchObject([{ text: 'كلمة', href: null }]);
  });

  it('keeps the words of runs with marks that are not on the list', () => {
    const document = paragraphOf({
      type: 'text',
      text: 'كلمة',
      marks: [
        { type: 'italic' },
        { type: 'bold', onclick: 'alert(1)' },
        { type: 'foreign', attrs: { lang: '"><script>' } },
        { type: 'sourceNote', attrs: { sourceId: 's1', dangerouslySetInnerHTML: { __html: 'x' } } },
        null,
      ],
    });
    expect(runsOf(document)).toEqual([
      { text: 'كلمة', bold: false, href: null, lang: null, sourceIds: [], at: 'p1-0' },
    ]);
  });

  it('never lets an object stand where words belong', () => {
    const element = { $$typeof: 'Symbol(react.element)', type: 'script', props: { children: 'alert(1)' } };
    expect(runsOf(paragraphOf({ type: 'text', text: element }, element, { type: 'text' }))).toEqual([]);
  });

  it('ignores names that lead into prototypes', () => {
    const document: unknown = JSON.parse(
      '{"type":"doc","content":[{"type":"paragraph","attrs":{"id":"p1"},"__proto__":{"content":[{"type":"text","text":"x"}]}}]}',
    );
    expect(runsOf(document)).toEqual([]);
    expect(Reflect.get({}, 'content')).toBeUndefined();
  });

  it('takes no names for anchors but its own', () => {
    const document = {
      type: 'doc',
      content: [{ type: 'paragraph', attrs: { id: '"><script>' }, content: [{ type: 'text', text: 'x' }] }],
    };
    expect(readPublishedText(document)).toMatchObject([{ id: 'block-0' }]);
  });

  it('knows three ranks of headings', () => {
    const document = { type: 'doc', content: [{ type: 'heading', attrs: { id: 'h', level: 1 }, content: [] }] };
    expect(readPublishedText(document)).toMatchObject([{ level: 2 }]);
  });

  it('carries no signs that turn the text around', () => {
    expect(runsOf(paragraphOf({ type: 'text', text: 'a\u202Eb\u2066c' }))).toMatchObject([{ text: 'abc' }]);
  });

  it('reads a table as wide as its head, with the sources that its cells name', () => {
    const cell = (text: string, marks: unknown[] = []) => ({
      type: 'tableCell',
      content: text === '' ? [] : [{ type: 'text', text, marks }],
    });
    const note = { type: 'sourceNote', attrs: { sourceId: 's1' } };
    const rows = [[cell('مدينة'), cell('سنة')], [cell('إزمير', [note])], [cell('بوسان'), cell('2010'), cell('زائد')]];
    const content = rows.map((cells) => ({ type: 'tableRow', content: cells }));
    const blocks = readPublishedText({ type: 'doc', content: [{ type: 'table', attrs: { id: 't' }, content }] });
    expect(blocks).toMatchObject([
      {
        kind: 'table',
        head: [[{ text: 'مدينة' }], [{ text: 'سنة' }]],
        rows: [
          [[{ text: 'إزمير' }], []],
          [[{ text: 'بوسان' }], [{ text: '2010' }]],
        ],
      },
    ]);
    expect(mentionsIn(blocks)).toEqual([{ sourceId: 's1', at: 't-1-0-0' }]);
    expect(readPublishedText({ type: 'doc', content: [{ type: 'table', attrs: { id: 't' }, content: [] }] })).toEqual(
      [],
    );
  });

  it('has an end', () => {
    const content = Array.from({ length: 5000 }, () => ({ type: 'text', text: 'x' }));
    expect(runsOf(paragraphOf(...content))).toHaveLength(2000);
  });
});
