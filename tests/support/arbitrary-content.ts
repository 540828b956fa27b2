import fc from 'fast-check';
import type { Content } from '#features/records/model.ts';

// Few names and few words, so that two contents made independently meet in most of their paths.
const word = fc.constantFrom('بحر', 'Hafen', 'port');
const itemName = fc.constantFrom('a1', 'a2', 'a3', 'a4');

const item = fc.record({ id: itemName, kind: word, signedOn: word }, { requiredKeys: ['id'], noNullPrototype: true });
const block = fc.record({ id: itemName, text: word }, { noNullPrototype: true }).map(({ id, text }) => ({
  type: 'paragraph',
  attrs: { id },
  content: [{ type: 'text', text }],
}));
const label = fc.record({ title: word, summary: word }, { requiredKeys: ['title'], noNullPrototype: true });

/** Contents of a unit as they are stored: normal, with lists, rich text and the texts of items. */
export const storedContent: fc.Arbitrary<Content> = fc.record(
  {
    title: word,
    approximate: fc.boolean(),
    aliases: fc.array(word, { minLength: 1, maxLength: 3 }),
    agreements: fc.uniqueArray(item, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
    milestones: fc.dictionary(itemName, label, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    body: fc
      .uniqueArray(block, { minLength: 1, maxLength: 4, selector: ({ attrs }) => attrs.id })
      .map((content) => ({ type: 'doc', content })),
  },
  { requiredKeys: [], noNullPrototype: true },
);
