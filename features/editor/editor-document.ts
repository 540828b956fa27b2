import type { JSONContent } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import type { RichText, RichTextBlock, RichTextMark, RichTextRun } from '#features/records/rich-text.ts';
import { writeNamedBlock } from '#features/records/rich-text-markup.ts';
import { trimmed } from './internal/paste-pen.ts';

/** A stored text as the editor holds it; no text is one empty paragraph. */
export function toEditor(document: RichText | undefined): JSONContent {
  const blocks = (document?.content ?? []).map((block) => toEditorBlock(block));
  return { type: 'doc', content: blocks.length === 0 ? [{ type: 'paragraph' }] : blocks };
}

/** A block as the editor holds it; one without a name is given one there. */
export function toEditorBlock(block: RichTextBlock): JSONContent {
  const attrs = { ...block.attrs, id: block.attrs.id === '' ? null : block.attrs.id };
  if (block.type !== 'table') return { type: block.type, attrs, content: inner(block.content ?? []) };
  const rows = block.content.map((row, number) => ({
    type: 'tableRow',
    content: row.content.map(({ content }) => ({
      type: number === 0 ? 'tableHeader' : 'tableCell',
      content: inner(content),
    })),
  }));
  return { type: 'table', attrs, content: rows };
}

type Inner = RichTextRun | { type: 'listItem'; content: readonly RichTextRun[] };

function inner(content: readonly Inner[]): JSONContent[] {
  return content.map((node) => {
    if (node.type === 'listItem') return { type: node.type, content: inner(node.content) };
    return node.marks === undefined ? { type: node.type, text: node.text } : { ...node, marks: node.marks };
  });
}

/** The text of the editor as it is stored; blocks without words are left out. */
export function fromEditor(document: Node): RichText | undefined {
  const content = childrenOf(document).flatMap((block) => blockOf(block) ?? []);
  return content.length === 0 ? undefined : { type: 'doc', content };
}

const written = new WeakMap<Node, string>();

/**
 * The text of the editor as markup. Blocks that did not change since they were written last are not written again, so
 * that a long text costs a key no more than a short one.
 */
export function markupOf(document: Node): string {
  return childrenOf(document)
    .map((block) => {
      const known = written.get(block);
      if (known !== undefined) return known;
      const stored = blockOf(block);
      const markup = stored === null ? '' : writeNamedBlock(stored);
      written.set(block, markup);
      return markup;
    })
    .filter((markup) => markup !== '')
    .join('\n\n');
}

function blockOf(node: Node): RichTextBlock | null {
  const attrs = { id: String(node.attrs['id'] ?? '') };
  const content = runsOf(node);
  const hasWords = content.length > 0;
  switch (node.type.name) {
    case 'heading':
      return hasWords ? { type: 'heading', attrs: { ...attrs, level: levelOf(node) }, content } : null;
    case 'bulletList':
    case 'orderedList':
      return listOf(node, attrs);
    case 'table':
      return tableOf(node, attrs);
    case 'blockquote':
      return hasWords ? { type: 'blockquote', attrs, content } : null;
    default:
      return hasWords ? { type: 'paragraph', attrs, content } : null;
  }
}

function listOf(node: Node, attrs: { id: string }): RichTextBlock | null {
  const items = childrenOf(node).map((item) => ({ type: 'listItem' as const, content: runsOf(item) }));
  const content = items.filter((item) => item.content.length > 0);
  const type = node.type.name === 'orderedList' ? 'orderedList' : 'bulletList';
  return content.length === 0 ? null : { type, attrs, content };
}

function tableOf(node: Node, attrs: { id: string }): RichTextBlock | null {
  const content = childrenOf(node).map((row) => ({
    type: 'tableRow' as const,
    content: childrenOf(row).map((cell) => ({ type: 'tableCell' as const, content: runsOf(cell) })),
  }));
  const hasWords = content.some((row) => row.content.some((cell) => cell.content.length > 0));
  return hasWords ? { type: 'table', attrs, content } : null;
}

const MARK_ORDER = ['link', 'bold', 'foreign', 'sourceNote'];

function runsOf(node: Node): RichTextRun[] {
  if (!node.inlineContent) return [];
  const runs = childrenOf(node).map(({ text = '', marks }): RichTextRun => {
    const sorted = marks
      .flatMap(({ type, attrs }) => markOf(type.name, attrs) ?? [])
      .toSorted((one, other) => {
        return MARK_ORDER.indexOf(one.type) - MARK_ORDER.indexOf(other.type);
      });
    return sorted.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: sorted };
  });
  return trimmed(runs);
}

function markOf(name: string, attrs: Readonly<Record<string, unknown>>): RichTextMark | null {
  switch (name) {
    case 'bold':
      return { type: 'bold' };
    case 'link':
      return { type: 'link', attrs: { href: String(attrs['href']) } };
    case 'foreign':
      return { type: 'foreign', attrs: { lang: String(attrs['lang']) } };
    case 'sourceNote':
      return { type: 'sourceNote', attrs: { sourceId: String(attrs['sourceId']) } };
    default:
      return null;
  }
}

function levelOf(node: Node): 2 | 3 | 4 {
  const level: unknown = node.attrs['level'];
  return level === 3 || level === 4 ? level : 2;
}

function childrenOf(node: Node): Node[] {
  return Array.from({ length: node.childCount }, (_, at) => node.child(at));
}
