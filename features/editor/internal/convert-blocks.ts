import { Fragment, type Node } from '@tiptap/pm/model';
import { type EditorState, TextSelection, type Transaction } from '@tiptap/pm/state';

/** What blocks may be turned into. */
export type Target =
  | { type: 'paragraph' | 'blockquote' | 'bulletList' | 'orderedList' }
  | { type: 'heading'; level: 2 | 3 | 4 };

/** Words of a block that is to be made, and the name that it takes over. */
interface Piece {
  target: Target;
  content: Fragment;
  id: unknown;
}

/**
 * Turns the blocks of the selection into others; the words, the selection and the names of blocks stay. Items of a list
 * that are not selected stay in it. What is so already becomes paragraphs. Tables stay.
 *
 * @returns `null` where there is nothing to turn
 */
export function convertBlocks(state: EditorState, wanted: Target): Transaction | null {
  const { doc, selection, tr } = state;
  const [first, last] = [selection.$from.index(0), selection.$to.index(0)];
  const blocks = Array.from({ length: last - first + 1 }, (_, at) => doc.child(first + at));
  if (blocks.every((block) => block.type.name === 'table')) return null;
  const target: Target = blocks.every((block) => isAlready(block, wanted)) ? { type: 'paragraph' } : wanted;
  const start = startOf(doc, first);
  const pieces: (Piece | Node)[] = [];
  let at = start;
  for (const block of blocks) {
    pieces.push(...piecesOf(block, { at, selection, target }));
    at += block.nodeSize;
  }
  const [anchor, head] = [placeOf(doc, selection.anchor), placeOf(doc, selection.head)];
  tr.replaceWith(start, at, build(state, pieces));
  tr.setSelection(TextSelection.create(tr.doc, positionOf(tr.doc, anchor), positionOf(tr.doc, head)));
  return tr.scrollIntoView();
}

/** Whether a block is what a target says. */
export function isAlready(block: Node, target: Target): boolean {
  if (block.type.name === 'table') return true;
  return block.type.name === target.type && (target.type !== 'heading' || block.attrs['level'] === target.level);
}

interface Within {
  at: number;
  selection: { from: number; to: number };
  target: Target;
}

function piecesOf(block: Node, { at, selection, target }: Within): (Piece | Node)[] {
  if (block.type.name === 'table') return [block];
  if (block.isTextblock) return [{ target, content: block.content, id: block.attrs['id'] }];
  const pieces: Piece[] = [];
  const list: Target = { type: block.type.name === 'orderedList' ? 'orderedList' : 'bulletList' };
  block.forEach((item, offset, index) => {
    const [from, to] = [at + 1 + offset, at + 1 + offset + item.nodeSize];
    const isSelected = from <= selection.to && to > selection.from;
    pieces.push({
      target: isSelected ? target : list,
      content: item.content,
      id: index === 0 ? block.attrs['id'] : null,
    });
  });
  return pieces;
}

function build({ schema }: EditorState, pieces: readonly (Piece | Node)[]): Node[] {
  const made: Node[] = [];
  for (const piece of pieces) {
    const last = made.at(-1);
    if (!('target' in piece)) made.push(piece);
    else if (piece.target.type !== 'bulletList' && piece.target.type !== 'orderedList') {
      const { type, ...attrs } = piece.target;
      made.push(schema.node(type, { ...attrs, id: piece.id }, piece.content));
    } else {
      const item = schema.node('listItem', null, piece.content);
      if (last?.type.name === piece.target.type) {
        made[made.length - 1] = last.copy(last.content.append(Fragment.from(item)));
      } else made.push(schema.node(piece.target.type, { id: piece.id }, item));
    }
  }
  return made;
}

/** A place in the words: the number of the block that has them, and how far in. */
interface Place {
  block: number;
  offset: number;
}

function placeOf(doc: Node, position: number): Place {
  let block = -1;
  let offset = 0;
  doc.descendants((node, at) => {
    if (node.isTextblock && at < position) {
      block += 1;
      offset = Math.min(position - at - 1, node.content.size);
    }
    return !node.isTextblock;
  });
  return { block, offset };
}

function positionOf(doc: Node, { block, offset }: Place): number {
  let [left, found] = [block, 1];
  doc.descendants((node, at) => {
    if (node.isTextblock) {
      if (left === 0) found = at + 1 + offset;
      left -= 1;
    }
    return !node.isTextblock;
  });
  return found;
}

function startOf(doc: Node, index: number): number {
  return Array.from({ length: index }, (_, at) => doc.child(at).nodeSize).reduce((sum, size) => sum + size, 0);
}
