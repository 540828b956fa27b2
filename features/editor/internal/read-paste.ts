import type { Editor } from '@tiptap/core';
import { type CleanPaste, cleanPaste, cleanPlainText } from '../clean-paste.ts';
import { insertBlocks, isPlain, type PasteRefusal, refusalOf } from './insert-paste.ts';
import { readHtml } from './read-html.ts';

/** Something pasted that waits for a word. */
export interface Waiting {
  paste: CleanPaste;
  refusal: PasteRefusal | null;
}

/** Beyond this nothing could enter, so that it is not even read. */
const TEXT_LENGTH_MAX = 900_000;
/** Word writes ten signs of its own for one of a person, and pictures as text. */
const HTML_LENGTH_MAX = 10_000_000;

/**
 * Reads something pasted. What loses nothing enters at once; anything else waits for a word.
 *
 * @returns `null` where there are no words at all
 */
export function readPaste(
  editor: Editor,
  { from, lang }: { from: DataTransfer; lang: string },
): Waiting | 'entered' | null {
  const [html, text] = [from.getData('text/html'), from.getData('text/plain')];
  if (html === '' && text === '') return null;
  if (html.length > HTML_LENGTH_MAX || text.length > TEXT_LENGTH_MAX) {
    return { paste: { blocks: [], losses: [], trace: [] }, refusal: 'tooLong' };
  }
  const paste = html === '' ? cleanPlainText(text, lang) : cleanPaste(readHtml(html), lang);
  const refusal = refusalOf(editor, paste);
  if (refusal !== null || !isPlain(paste)) return { paste, refusal };
  insertBlocks(editor, paste.blocks);
  return 'entered';
}
