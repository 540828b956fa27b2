import fc from 'fast-check';
import type { RichText, RichTextBlock, RichTextMark, RichTextRun } from '#features/records/rich-text.ts';

const plain = { noNullPrototype: true } as const;

// Mostly signs that mean something in markup: words alone would prove little.
const words = fc.string({ minLength: 1, maxLength: 10, unit: fc.constantFrom(...'aب*[](){}\\#>-| 1.^:n\t') });

const markChoices: RichTextMark[] = [
  { type: 'bold' },
  { type: 'link', attrs: { href: 'https://en.wikipedia.org/wiki/Hamburg_(city)' } },
  { type: 'link', attrs: { href: 'https://example.org/a)b' } },
  { type: 'link', attrs: { href: 'https://example.org/((a))' } },
  { type: 'link', attrs: { href: 'https://example.org/a|b' } },
  { type: 'link', attrs: { href: '/places/izmir' } },
  { type: 'foreign', attrs: { lang: 'en' } },
  { type: 'foreign', attrs: { lang: 'zh-Hans' } },
  { type: 'sourceNote', attrs: { sourceId: 's1' } },
  { type: 'sourceNote', attrs: { sourceId: 's2' } },
];

const marks = fc
  .uniqueArray(fc.constantFrom(...markChoices), { maxLength: 4 })
  .filter((list) => list.filter(({ type }) => type === 'link').length < 2)
  .filter((list) => list.filter(({ type }) => type === 'foreign').length < 2);

const runs = fc.array(
  fc.tuple(words, marks).map(([text, list]): RichTextRun => ({ type: 'text', text, marks: list })),
  { maxLength: 4 },
);

const table = fc
  .integer({ min: 1, max: 3 })
  .chain((columns) =>
    fc.array(fc.array(runs, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 3 }),
  );

function block(id: string): fc.Arbitrary<RichTextBlock> {
  const attrs = { id };
  const items = fc.array(runs, { minLength: 1, maxLength: 3 });
  return fc.oneof(
    fc.record({ type: fc.constant('paragraph' as const), attrs: fc.constant(attrs), content: runs }, plain),
    fc.record({ type: fc.constant('blockquote' as const), attrs: fc.constant(attrs), content: runs }, plain),
    fc
      .tuple(fc.constantFrom(2 as const, 3 as const, 4 as const), runs)
      .map(([level, content]) => ({ type: 'heading' as const, attrs: { id, level }, content })),
    table.map((rows) => ({
      type: 'table' as const,
      attrs,
      content: rows.map((cells) => ({
        type: 'tableRow' as const,
        content: cells.map((content) => ({ type: 'tableCell' as const, content })),
      })),
    })),
    fc.tuple(fc.constantFrom('bulletList' as const, 'orderedList' as const), items).map(([type, list]) => ({
      type,
      attrs,
      content: list.map((content) => ({ type: 'listItem' as const, content })),
    })),
  );
}

/** Rich texts of every shape that the schema allows, in canonical form or not. */
export const richText: fc.Arbitrary<RichText> = fc
  .integer({ min: 1, max: 4 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, index) => block(`b${String(index)}`))))
  .map((content) => ({ type: 'doc', content }));
