import type { Editor } from '@tiptap/core';
import { type Fragment, type Node, Slice } from '@tiptap/pm/model';
import { isInTable } from '@tiptap/pm/tables';
import { BLOCKS_MAX, RUN_LENGTH_MAX, type RichTextBlock, type RichTextRun } from '#features/records/rich-text.ts';
import { newBlockId } from '#features/records/rich-text-markup.ts';
import type { CleanPaste } from '../clean-paste.ts';
import { toEditorBlock } from '../editor-document.ts';

/** What one unit may hold is a million signs; a text leaves room for its other fields. */
const LENGTH_MAX = 900_000;
/** So many letters of one block without anything but its look may enter unseen. */
const SMALL_MAX = 400;

/** Why something pasted cannot enter. */
export type PasteRefusal = 'blockTooLong' | 'nothing' | 'tooLong';

/** Why something cleaned cannot enter a text; `null` where it can. */
export function refusalOf({ state }: Editor, { blocks }: CleanPaste): PasteRefusal | null {
  if (blocks.length === 0) return 'nothing';
  const length = JSON.stringify(blocks).length + state.doc.nodeSize;
  if (length > LENGTH_MAX || blocks.length + state.doc.childCount > BLOCKS_MAX) return 'tooLong';
  return blocks.some((block) => runsOf(block).some(({ text }) => text.length > RUN_LENGTH_MAX)) ? 'blockTooLong' : null;
}

/** Whether something may enter without a question: nothing is lost, or a few words lose their look. */
export function isPlain({ blocks, losses }: CleanPaste): boolean {
  if (losses.length === 0) return true;
  const [block] = blocks;
  const isSmall = block?.type === 'paragraph' && blocks.length === 1 && lengthOf(block) <= SMALL_MAX;
  return isSmall && losses.every(({ loss }) => loss === 'styles');
}

/** The words of blocks without anything else, as paragraphs. */
export function plainBlocks(blocks: readonly RichTextBlock[]): RichTextBlock[] {
  return blocks.flatMap((block) => {
    return linesOf(block).map((runs) => ({
      type: 'paragraph' as const,
      attrs: { id: '' },
      content: [{ type: 'text' as const, text: runs.map(({ text }) => text).join('') }],
    }));
  });
}

/** Puts blocks in the place of the selection. In an item blocks become items, in a cell they become one line. */
export function insertBlocks(editor: Editor, blocks: readonly RichTextBlock[]): void {
  const { state, view } = editor;
  const { $from } = state.selection;
  const known = new Set<unknown>();
  state.doc.forEach((block) => known.add(block.attrs['id']));
  const named = blocks.map((block) => withId(block, known));
  const [only] = named;
  const slice =
    isInTable(state) || (named.length === 1 && only?.type === 'paragraph')
      ? lineOf(editor, named)
      : $from.parent.type.name === 'listItem'
        ? itemsOf(editor, named)
        : blocksOf(editor, named);
  view.dispatch(state.tr.replaceSelection(slice).scrollIntoView().setMeta('paste', true));
  view.focus();
}

/** A block that was cut keeps its name; a copy and a new one are named here, so that nobody has to go over all of them later. */
function withId<Block extends RichTextBlock>(block: Block, known: ReadonlySet<unknown>): Block {
  const isNamed = block.attrs.id !== '' && !known.has(block.attrs.id);
  return isNamed ? block : { ...block, attrs: { ...block.attrs, id: newBlockId() } };
}

function blocksOf({ schema }: Editor, blocks: readonly RichTextBlock[]): Slice {
  const { content } = schema.nodeFromJSON({ type: 'doc', content: blocks.map((block) => toEditorBlock(block)) });
  const isOpen = (node: Node | null) => node?.type.name === 'paragraph';
  return new Slice(content, isOpen(content.firstChild) ? 1 : 0, isOpen(content.lastChild) ? 1 : 0);
}

function lineOf({ schema }: Editor, blocks: readonly RichTextBlock[]): Slice {
  const lines = blocks.flatMap((block) => linesOf(block));
  const runs = lines.flatMap((line, at) => (at === 0 ? line : [{ type: 'text' as const, text: ' ' }, ...line]));
  return new Slice(contentOf(schema, { type: 'paragraph', content: runs }), 0, 0);
}

function itemsOf({ schema }: Editor, blocks: readonly RichTextBlock[]): Slice {
  const items = blocks.flatMap((block) => linesOf(block)).map((content) => ({ type: 'listItem' as const, content }));
  const list: RichTextBlock = { type: 'bulletList', attrs: { id: '' }, content: items };
  return new Slice(schema.nodeFromJSON(toEditorBlock(list)).content, 1, 1);
}

function contentOf(schema: Editor['schema'], block: { type: 'paragraph'; content: RichTextRun[] }): Fragment {
  return schema.nodeFromJSON(toEditorBlock({ ...block, attrs: { id: '' } })).content;
}

function linesOf(block: RichTextBlock): RichTextRun[][] {
  switch (block.type) {
    case 'table':
      return block.content.map((row) =>
        row.content.flatMap(({ content }, at): RichTextRun[] => (at === 0 ? content : [DIVIDER, ...content])),
      );
    case 'bulletList':
    case 'orderedList':
      return block.content.map(({ content }) => content);
    default:
      return [block.content ?? []];
  }
}

function runsOf(block: RichTextBlock): RichTextRun[] {
  return linesOf(block).flat();
}

const DIVIDER: RichTextRun = { type: 'text', text: ' · ' };

function lengthOf(block: RichTextBlock): number {
  return runsOf(block).reduce((sum, { text }) => sum + text.length, 0);
}
