import { getSchema } from '@tiptap/core';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normaliseContent } from '#features/records/normalise.ts';
import { type RichText, richTextSchema } from '#features/records/rich-text.ts';
import { readMarkup } from '#features/records/rich-text-markup.ts';
import { richText } from '#tests/support/arbitrary-rich-text.ts';
import { fromEditor, markupOf, toEditor } from './editor-document.ts';
import { editorSchema } from './editor-schema.ts';

const schema = getSchema(editorSchema(() => 1));

function opened(document: RichText | undefined) {
  const node = schema.nodeFromJSON(toEditor(document));
  node.check();
  return node;
}

function stored(document: RichText | undefined): unknown {
  return normaliseContent({ body: document })['body'];
}

describe('a text in the editor', () => {
  test('is the stored one, and comes back from it as it was, also through markup', () => {
    fc.assert(
      fc.property(richText, (document) => {
        const kept = stored(document);
        if (kept === undefined) return;
        const node = opened(richTextSchema.parse(kept));
        expect(stored(fromEditor(node))).toEqual(kept);
        expect(stored(readMarkup(markupOf(node)))).toEqual(kept);
      }),
      { numRuns: 2000 },
    );
  });

  test('is stored as the kernel would store it, whatever was typed', () => {
    fc.assert(
      fc.property(richText, (document) => {
        const node = opened(document);
        expect(stored(readMarkup(markupOf(node)))).toEqual(stored(document));
      }),
      { numRuns: 2000 },
    );
  });

  test('without words is one empty paragraph, and nothing is stored of it', () => {
    const node = opened(undefined);
    expect(node.childCount).toBe(1);
    expect(fromEditor(node)).toBeUndefined();
    expect(markupOf(node)).toBe('');
  });

  test('knows no block and no mark that cannot be stored', () => {
    expect(Object.keys(schema.nodes).toSorted()).toEqual(
      'blockquote bulletList doc heading listItem orderedList paragraph table tableCell tableHeader tableRow text'.split(
        ' ',
      ),
    );
    expect(Object.keys(schema.marks).toSorted()).toEqual(['bold', 'foreign', 'link', 'sourceNote']);
  });
});
