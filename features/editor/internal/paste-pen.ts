import {
  BLOCKS_MAX,
  LIST_ITEMS_MAX,
  type RichTextBlock,
  type RichTextMark,
  type RichTextRun,
} from '#features/records/rich-text.ts';
import { type Losses, countLosses } from './losses.ts';
import type { Dress } from './pasted-element.ts';
import { cleanLetters } from './pasted-letters.ts';

/** What the words that come next are part of. */
export type Place =
  | { type: 'paragraph' | 'blockquote' }
  | { type: 'heading'; level: 2 | 3 | 4 }
  | { type: 'bulletList' | 'orderedList' };

/** A piece of what was pasted as it stood there, and whether it is taken out. */
export interface TracedText {
  text: string;
  isRemoved: boolean;
}

/** Writes clean blocks, one after the other. */
export interface Pen {
  losses: Losses;
  write: (text: string, dress: Dress) => void;
  /** Tells of words that are taken out. */
  omit: (text: string) => void;
  /** Ends the block that is being written. */
  end: () => void;
  /** What is written from now on is a part of this, with the name of the block if it brings one. */
  put: (place: Place, id?: string) => void;
  /** What one writes by itself is no block yet, as in a cell. */
  runsOf: (write: () => void) => RichTextRun[];
  add: (block: RichTextBlock) => void;
  blocks: () => RichTextBlock[];
  trace: () => TracedText[];
}

/** The longest trace: nobody reads more in a dialog. */
const TRACE_MAX = 30_000;

interface State {
  runs: RichTextRun[];
  place: Place;
  id: string;
  blocks: RichTextBlock[];
  trace: TracedText[];
  traced: number;
}

/** A pen on an empty sheet. */
export function createPen(): Pen {
  const losses = countLosses();
  const state: State = { runs: [], place: { type: 'paragraph' }, id: '', blocks: [], trace: [], traced: 0 };
  return {
    losses,
    write: (text, dress) => {
      trace(state, text, false);
      writeRun(state, cleanLetters(text.replaceAll(/[ \t\n\r\f]+/gu, ' '), losses), dress);
    },
    omit: (text) => trace(state, text, true),
    end: () => end(state),
    put: (place, id = '') => {
      end(state);
      state.place = place;
      state.id = id;
    },
    runsOf: (write) => {
      const before = state.runs;
      state.runs = [];
      write();
      const written = trimmed(state.runs);
      state.runs = before;
      return written;
    },
    add: (block) => {
      end(state);
      state.blocks.push(block);
      trace(state, '\n', false);
    },
    blocks: () => state.blocks.slice(0, BLOCKS_MAX + 1),
    trace: () => state.trace,
  };
}

function trace(state: State, text: string, isRemoved: boolean): void {
  const words = text.replaceAll(/[ \t\r\f]+/gu, ' ');
  if (words === '' || state.traced > TRACE_MAX) return;
  state.traced += words.length;
  const last = state.trace.at(-1);
  if (last?.isRemoved === isRemoved) last.text += words;
  else state.trace.push({ text: words, isRemoved });
}

function writeRun(state: State, text: string, dress: Dress): void {
  const last = state.runs.at(-1);
  const begun = last === undefined || last.text.endsWith(' ') ? text.replace(/^ /u, '') : text;
  if (begun === '') return;
  const marks = marksOf(dress, state.place);
  if (last !== undefined && JSON.stringify(last.marks ?? []) === JSON.stringify(marks)) {
    state.runs[state.runs.length - 1] = { ...last, text: last.text + begun };
  } else {
    state.runs.push(marks.length === 0 ? { type: 'text', text: begun } : { type: 'text', text: begun, marks });
  }
}

/** Headings are bold by themselves; readers see four marks at most. */
function marksOf({ bold, href, lang, sourceIds }: Dress, place: Place): RichTextMark[] {
  const marks: RichTextMark[] = [
    ...(href === null ? [] : [{ type: 'link' as const, attrs: { href } }]),
    ...(bold && place.type !== 'heading' ? [{ type: 'bold' as const }] : []),
    ...(lang === null ? [] : [{ type: 'foreign' as const, attrs: { lang } }]),
    ...[...new Set(sourceIds)].map((sourceId) => ({ type: 'sourceNote' as const, attrs: { sourceId } })),
  ];
  return marks.slice(0, 4);
}

function end(state: State): void {
  const content = trimmed(state.runs);
  state.runs = [];
  if (content.length === 0) return;
  if (state.trace.at(-1)?.text.endsWith('\n') !== true) trace(state, '\n', false);
  const { place, id } = state;
  state.id = '';
  if (place.type === 'bulletList' || place.type === 'orderedList') addItem(state, place.type, { content, id });
  else if (place.type === 'heading') {
    state.blocks.push({ type: 'heading', attrs: { id, level: place.level }, content });
  } else state.blocks.push({ type: place.type, attrs: { id }, content });
}

/** Items follow each other in one list as long as nothing comes between them. */
function addItem(
  { blocks }: State,
  type: 'bulletList' | 'orderedList',
  { content, id }: { content: RichTextRun[]; id: string },
): void {
  const last = blocks.at(-1);
  const item = { type: 'listItem' as const, content };
  if (last?.type === type && id === '' && last.content.length < LIST_ITEMS_MAX) last.content.push(item);
  else blocks.push({ type, attrs: { id }, content: [item] });
}

/** Runs without spaces at the edges of their block. */
export function trimmed(runs: readonly RichTextRun[]): RichTextRun[] {
  const kept = [...runs];
  for (let first = kept[0]; first !== undefined && first.text !== first.text.trimStart(); first = kept[0]) {
    const text = first.text.trimStart();
    kept.splice(0, 1, ...(text === '' ? [] : [{ ...first, text }]));
  }
  for (let last = kept.at(-1); last !== undefined && last.text !== last.text.trimEnd(); last = kept.at(-1)) {
    const text = last.text.trimEnd();
    kept.splice(-1, 1, ...(text === '' ? [] : [{ ...last, text }]));
  }
  return kept;
}
