import { type Extensions, Mark, Node } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Text } from '@tiptap/extension-text';
import { isLinkAddress } from '#features/records/rich-text.ts';
import { directionOf } from '#ui/text-direction.ts';

/** The number by which readers meet a source; `null` for one that the record does not have. */
export type NumberOfSource = (sourceId: string) => number | null;

/** The stable name of a block, which a split does not hand on. */
const ID = {
  default: null,
  keepOnSplit: false,
  parseHTML: (element: HTMLElement) => element.dataset['id'] ?? null,
  renderHTML: ({ id }: Record<string, unknown>) => (typeof id === 'string' ? { 'data-id': id } : {}),
};
const withId = { addAttributes: () => ({ id: ID }) };

const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'text*',
  priority: 1000,
  ...withId,
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
});

const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'text*',
  defining: true,
  addAttributes: () => ({ id: ID, level: { default: 2, rendered: false } }),
  parseHTML: () => [2, 3, 4].map((level) => ({ tag: `h${String(level)}`, attrs: { level } })),
  renderHTML: ({ node, HTMLAttributes }) => [`h${String(node.attrs['level'])}`, HTMLAttributes, 0],
});

const ListItem = Node.create({
  name: 'listItem',
  content: 'text*',
  defining: true,
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
});

const BulletList = Node.create({
  name: 'bulletList',
  group: 'block',
  content: 'listItem+',
  ...withId,
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: ({ HTMLAttributes }) => ['ul', HTMLAttributes, 0],
});

const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block',
  content: 'listItem+',
  ...withId,
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: ({ HTMLAttributes }) => ['ol', HTMLAttributes, 0],
});

const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'text*',
  defining: true,
  ...withId,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: ({ HTMLAttributes }) => ['blockquote', HTMLAttributes, 0],
});

// The plugin for tables asks cells what they span; here nothing ever does.
const SPAN = {
  colspan: { default: 1, rendered: false },
  rowspan: { default: 1, rendered: false },
  colwidth: { default: null, rendered: false },
};

const Table = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  ...withId,
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: ({ HTMLAttributes }) => ['table', HTMLAttributes, ['tbody', 0]],
  extendNodeSchema: tableRole,
});

const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableHeader | tableCell)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: ({ HTMLAttributes }) => ['tr', HTMLAttributes, 0],
  extendNodeSchema: tableRole,
});

const TableHeader = Node.create({
  name: 'tableHeader',
  content: 'text*',
  isolating: true,
  addAttributes: () => SPAN,
  parseHTML: () => [{ tag: 'th' }],
  renderHTML: ({ HTMLAttributes }) => ['th', { ...HTMLAttributes, scope: 'col' }, 0],
  extendNodeSchema: tableRole,
});

const TableCell = Node.create({
  name: 'tableCell',
  content: 'text*',
  isolating: true,
  addAttributes: () => SPAN,
  parseHTML: () => [{ tag: 'td' }],
  renderHTML: ({ HTMLAttributes }) => ['td', HTMLAttributes, 0],
  extendNodeSchema: tableRole,
});

const TABLE_ROLES: Record<string, string> = {
  table: 'table',
  tableRow: 'row',
  tableHeader: 'header_cell',
  tableCell: 'cell',
};

function tableRole({ name }: { name: string }): Record<string, unknown> {
  const role = TABLE_ROLES[name];
  return role === undefined ? {} : { tableRole: role };
}

/** Several sources may stand behind the same words. It lies outermost, so that its number is shown once. */
function sourceNote(numberOf: NumberOfSource) {
  return Mark.create({
    name: 'sourceNote',
    priority: 140,
    inclusive: false,
    excludes: '',
    addAttributes: () => ({ sourceId: { default: '', rendered: false } }),
    parseHTML: () => [{ tag: 'span[data-note]', getAttrs: (element) => ({ sourceId: element.dataset['note'] ?? '' }) }],
    renderHTML: ({ mark }) => {
      const sourceId = String(mark.attrs['sourceId']);
      return ['span', { 'data-note': sourceId, 'data-number': String(numberOf(sourceId) ?? '?') }, 0];
    },
  });
}

const Link = Mark.create({
  name: 'link',
  priority: 130,
  inclusive: false,
  addAttributes: () => ({ href: { default: '' } }),
  parseHTML: () => [
    {
      tag: 'a[href]',
      getAttrs: (element) => {
        const href = element.getAttribute('href') ?? '';
        return isLinkAddress(href) ? { href } : false;
      },
    },
  ],
  renderHTML: ({ HTMLAttributes }) => ['a', HTMLAttributes, 0],
});

const Bold = Mark.create({
  name: 'bold',
  priority: 120,
  parseHTML: () => [{ tag: 'strong' }, { tag: 'b' }],
  renderHTML: () => ['strong', 0],
});

/** Words of another language, with the direction of theirs. */
const Foreign = Mark.create({
  name: 'foreign',
  priority: 110,
  inclusive: false,
  addAttributes: () => ({ lang: { default: 'en', rendered: false } }),
  parseHTML: () => [{ tag: 'bdi[lang]', getAttrs: (element) => ({ lang: element.lang }) }],
  renderHTML: ({ mark }) => {
    const lang = String(mark.attrs['lang']);
    return ['bdi', { lang, dir: directionOf(lang) }, 0];
  },
});

/** Exactly the blocks and marks that a stored text may have. */
export function editorSchema(numberOf: NumberOfSource): Extensions {
  const blocks = [Paragraph, Heading, BulletList, OrderedList, ListItem, Blockquote];
  const tables = [Table, TableRow, TableHeader, TableCell];
  return [Document, Text, ...blocks, ...tables, sourceNote(numberOf), Link, Bold, Foreign];
}
