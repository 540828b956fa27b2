import type { Node } from '@tiptap/pm/model';
import { Plugin } from '@tiptap/pm/state';
import { newBlockId } from '#features/records/rich-text-markup.ts';

/** Gives each block a name of its own: new ones get one, of two with the same name the words keep it. */
export function blockIds(): Plugin {
  return new Plugin({
    appendTransaction: (transactions, before, { doc, tr }) => {
      if (!transactions.some(({ docChanged }) => docChanged) || isNamed(doc)) return null;
      const names = namesFor(doc, before.doc);
      doc.forEach((block, offset, index) => {
        const name = names[index];
        if (block.attrs['id'] !== name) tr.setNodeAttribute(offset, 'id', name);
      });
      return tr.docChanged ? tr : null;
    },
  });
}

/** Asked at every key, so it looks at names alone. */
function isNamed(doc: Node): boolean {
  const names = new Set<string>();
  doc.forEach((block) => {
    const id = idOf(block);
    if (id !== null) names.add(id);
  });
  return names.size === doc.childCount;
}

function namesFor(doc: Node, before: Node): string[] {
  const worded = new Set<unknown>();
  before.forEach((block) => {
    if (block.textContent !== '') worded.add(block.attrs['id']);
  });
  const blocks = Array.from({ length: doc.childCount }, (_, at) => doc.child(at));
  const given = blocks.map((block) => idOf(block));
  for (const [at, id] of given.entries()) {
    // Whoever opens a line above words does not rename the words.
    const [next, above] = [blocks[at + 1], blocks[at]];
    const isOpened = id !== null && next !== undefined && given[at + 1] === null && worded.has(id);
    if (isOpened && above?.textContent === '' && next.textContent !== '') [given[at], given[at + 1]] = [null, id];
  }
  const used = new Set<string>();
  return given.map((id) => {
    const name = id === null || used.has(id) ? newBlockId() : id;
    used.add(name);
    return name;
  });
}

function idOf(block: Node): string | null {
  const id: unknown = block.attrs['id'];
  return typeof id === 'string' && /^[a-z0-9][a-z0-9-]{0,39}$/u.test(id) ? id : null;
}
