import type { RichTextBlock } from '#features/records/rich-text.ts';
import type { Loss } from './internal/losses.ts';
import { createPen, type Pen, type Place, type TracedText } from './internal/paste-pen.ts';
import { type Dress, dressIn, hasLook, isIgnored, lossOf } from './internal/pasted-element.ts';
import { readTable } from './internal/pasted-tables.ts';
import { isWordMarker, wordListOf } from './internal/word-lists.ts';
import { type PasteElement, type PasteNode, textOf } from './paste-tree.ts';

/** What enters of something that is pasted. */
export interface CleanPaste {
  /** Blocks as they are stored; those that bring no name of their own have an empty one. */
  blocks: RichTextBlock[];
  losses: { loss: Loss; count: number }[];
  /** The words as they were pasted, those that are taken out marked. */
  trace: TracedText[];
}

/** Where words stand. */
interface Where {
  dress: Dress;
  place: Place;
  /** How many lists they stand in. */
  depth: number;
}

/** A walk through what was pasted. */
interface Walk {
  pen: Pen;
  /** The language of the text that it goes into. */
  lang: string;
  /** By how much headings sink: the page has its own first one. */
  sink: number;
}

const BLOCKS = new Set(
  'address,article,aside,body,center,dd,details,dialog,div,dl,dt,fieldset,figcaption,figure,footer,form,header,hgroup,html,legend,main,nav,p,pre,search,section,summary,caption,tbody,td,th,tfoot,thead,tr'.split(
    ',',
  ),
);
const PLAIN: Dress = { bold: false, href: null, lang: null, sourceIds: [] };
const DEPTH_MAX = 200;

/**
 * What a text takes of something pasted: the blocks and marks that it knows. Everything else is taken out and counted.
 *
 * @param root - from a word processor or any page; nothing of it is trusted
 * @param lang - the language of the text that it goes into
 */
export function cleanPaste(root: PasteElement, lang: string): CleanPaste {
  const pen = createPen();
  const walk: Walk = { pen, lang, sink: hasFirstHeading(root, 0) ? 1 : 0 };
  visitAll(root, { dress: PLAIN, place: { type: 'paragraph' }, depth: 0 }, { walk, level: 0 });
  pen.end();
  return { blocks: pen.blocks(), losses: pen.losses.counted(), trace: pen.trace() };
}

/** Lines of plain text as paragraphs. */
export function cleanPlainText(text: string, lang: string): CleanPaste {
  const children = text.split(/\r\n?|\n/u).map((line): PasteElement => {
    return { name: 'p', attributes: new Map(), children: [line] };
  });
  return cleanPaste({ name: 'body', attributes: new Map(), children }, lang);
}

function hasFirstHeading({ name, children }: PasteElement, level: number): boolean {
  if (name === 'h1') return true;
  return level < DEPTH_MAX && children.some((child) => typeof child !== 'string' && hasFirstHeading(child, level + 1));
}

interface Step {
  walk: Walk;
  level: number;
}

function visitAll({ children }: PasteElement, where: Where, { walk, level }: Step): void {
  // Beyond this depth there are no words of people.
  if (level > DEPTH_MAX) return;
  for (const child of children) visit(child, where, { walk, level: level + 1 });
}

function visit(node: PasteNode, where: Where, step: Step): void {
  const { pen } = step.walk;
  if (typeof node === 'string') {
    pen.write(node, where.dress);
    return;
  }
  if (isIgnored(node)) return;
  const loss = isWordMarker(node) ? undefined : lossOf(node);
  // The sign before an item of a list is made anew.
  if (loss === undefined) return;
  if (loss === null) visitKept(node, where, step);
  else {
    pen.losses.add(loss);
    if (loss !== 'scripts' && loss !== 'styles') pen.omit(textOf(node));
  }
}

function visitKept(element: PasteElement, where: Where, step: Step): void {
  const { pen } = step.walk;
  if (hasLook(element)) pen.losses.add('styles');
  const { name } = element;
  const visitor = VISITORS.get(name) ?? (BLOCKS.has(name) ? visitParagraph : visitInline);
  if (/^h[1-6]$/u.test(name)) visitBlock(element, where, { step, place: headingOf(name, step.walk.sink) });
  else visitor(element, where, step);
}

type Visitor = (element: PasteElement, where: Where, step: Step) => void;

const VISITORS = new Map<string, Visitor>([
  ['br', (_, where, { walk }) => breakLine(where, walk.pen)],
  ['hr', (_, __, { walk }) => walk.pen.end()],
  ['blockquote', (element, where, step) => visitBlock(element, where, { step, place: { type: 'blockquote' } })],
  ['ul', visitList],
  ['ol', visitList],
  ['li', visitItem],
  ['table', visitTable],
]);

function visitInline(element: PasteElement, where: Where, step: Step): void {
  const { lang, pen } = step.walk;
  const dress = dressIn(element, where.dress, { lang, lost: (loss) => pen.losses.add(loss) });
  visitAll(element, { ...where, dress }, step);
}

function visitBlock(element: PasteElement, where: Where, { step, place }: { step: Step; place: Place }): void {
  const { pen } = step.walk;
  // Inside of an item or a quotation a heading is a part of it.
  const inner = where.depth > 0 ? where.place : place;
  pen.put(inner, element.attributes.get('data-id'));
  visitAll(element, { ...where, place: inner }, step);
  pen.put(where.place);
}

/** Word writes the items of lists as paragraphs. */
function visitParagraph(element: PasteElement, where: Where, step: Step): void {
  const list = wordListOf(element);
  if (list === null) {
    visitBlock(element, where, { step, place: where.place });
    return;
  }
  const { pen } = step.walk;
  if (list.level > 1) pen.losses.add('nesting');
  pen.put({ type: list.type });
  visitAll(element, { ...where, place: { type: list.type } }, step);
  pen.put(where.place);
}

function visitList(element: PasteElement, where: Where, step: Step): void {
  const { pen } = step.walk;
  const isNested = where.depth > 0;
  if (isNested) pen.losses.add('nesting');
  // A list in a list becomes a part of the outer one.
  const place: Place = isNested ? where.place : { type: element.name === 'ol' ? 'orderedList' : 'bulletList' };
  pen.put(place, element.attributes.get('data-id'));
  visitAll(element, { ...where, place, depth: where.depth + 1 }, step);
  pen.put(where.place);
}

function visitItem(element: PasteElement, where: Where, step: Step): void {
  if (where.depth === 0) {
    visitBlock(element, where, { step, place: { type: 'bulletList' } });
    return;
  }
  const { pen } = step.walk;
  pen.end();
  visitAll(element, where, step);
  pen.end();
}

function visitTable(element: PasteElement, where: Where, step: Step): void {
  const { pen } = step.walk;
  const rows = where.depth > 0 || step.level > DEPTH_MAX ? null : readTable(element);
  if (rows === null) {
    // A table that only lays out a page is no table.
    pen.losses.add('tables');
    visitBlock(element, where, { step, place: where.place });
    return;
  }
  const cells = rows.map((row) =>
    row.map((cell) => (cell === null ? [] : pen.runsOf(() => visitCell(cell, where, step)))),
  );
  if (cells.every((row) => row.every((runs) => runs.length === 0))) return;
  pen.add({
    type: 'table',
    attrs: { id: element.attributes.get('data-id') ?? '' },
    content: cells.map((row) => ({
      type: 'tableRow',
      content: row.map((content) => ({ type: 'tableCell', content })),
    })),
  });
}

/** All words of a cell are one line. */
function visitCell(cell: PasteElement, where: Where, { walk, level }: Step): void {
  const { pen } = walk;
  const space = () => pen.write(' ', PLAIN);
  const flat: Walk = { ...walk, pen: { ...pen, end: space, put: space } };
  if (hasLook(cell)) pen.losses.add('styles');
  visitAll(cell, { ...where, depth: 1 }, { walk: flat, level });
  space();
}

/** A line that is broken inside of a heading or an item goes on; anywhere else it is a new paragraph. */
function breakLine({ place, dress }: Where, pen: Pen): void {
  if (place.type === 'paragraph' || place.type === 'blockquote') pen.end();
  else pen.write(' ', dress);
}

function headingOf(name: string, sink: number): Place {
  const level = Number(name.slice(1)) + sink;
  if (level <= 2) return { type: 'heading', level: 2 };
  return { type: 'heading', level: level === 3 ? 3 : 4 };
}
