import { type Editor, getMarkRange } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';

/** A piece of the text that a dialog speaks of. */
export interface Words {
  from: number;
  to: number;
  text: string;
}

/** The words that a mark is to be put on: those selected, else the marked ones or the word at the caret. */
export function wordsFor({ state }: Editor, mark: string): Words {
  const { from, to, empty, $from } = state.selection;
  if (!empty) return { from, to, text: state.doc.textBetween(from, to, ' ') };
  const type = state.schema.marks[mark];
  const range = type === undefined ? undefined : getMarkRange($from, type);
  if (range !== undefined) return { ...range, text: state.doc.textBetween(range.from, range.to) };
  if (mark === 'link') return { from, to, text: '' };
  const before = /\S*$/u.exec($from.parent.textBetween(0, $from.parentOffset))?.[0] ?? '';
  const after = /^\S*/u.exec($from.parent.textBetween($from.parentOffset, $from.parent.content.size))?.[0] ?? '';
  return { from: from - before.length, to: to + after.length, text: before + after };
}

/** What the words carry already: addresses, languages, sources. */
export function carried(
  { state }: Editor,
  { from, to }: Words,
  { mark, attr }: { mark: string; attr: string },
): string[] {
  const found = new Set<string>();
  state.doc.nodesBetween(from, Math.max(to, from), (node) => {
    for (const { type, attrs } of node.marks) if (type.name === mark) found.add(String(attrs[attr]));
  });
  return [...found];
}

interface Put {
  words: Words;
  mark: string;
  /** One for each mark that the words are to carry. */
  attrs: readonly Record<string, string>[];
  /** What the words become where there were none. */
  text?: string;
}

/** Puts marks on words, in place of those of the same sort. */
export function putMarks({ state, view }: Editor, { words, mark, attrs, text = '' }: Put): void {
  const type = state.schema.marks[mark];
  if (type === undefined) return;
  const { tr } = state;
  const isNew = words.text === '' && text !== '';
  if (isNew) tr.insertText(text, words.from, words.to);
  const to = isNew ? words.from + text.length : words.to;
  tr.removeMark(words.from, to, type);
  for (const one of attrs) tr.addMark(words.from, to, type.create(one));
  tr.setSelection(TextSelection.create(tr.doc, to));
  view.dispatch(tr.scrollIntoView());
  view.focus();
}
