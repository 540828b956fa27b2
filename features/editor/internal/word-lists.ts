import { type PasteElement, stylesOf, textOf } from '../paste-tree.ts';

/** An item of a list, as Word writes it. */
interface WordItem {
  type: 'bulletList' | 'orderedList';
  level: number;
}

/** A number or a letter with a sign behind it, in any of the scripts that are counted with. */
const COUNTED = /^[([]?(?:\p{Nd}{1,4}|[ivxlc]{1,6}|\p{L})[.)\]\-،](?:\p{Nd}|\s|$)/iu;

/** What item of a list a paragraph of Word is; `null` for any other paragraph. */
export function wordListOf(paragraph: PasteElement): WordItem | null {
  const list = stylesOf(paragraph).get('mso-list');
  if (list === undefined || list === 'none' || list === 'ignore') return null;
  const level = /level(\d)/u.exec(list)?.[1];
  if (level === undefined) return null;
  const sign = markerIn(paragraph);
  return { type: COUNTED.test(sign) ? 'orderedList' : 'bulletList', level: Number(level) };
}

/** Whether an element holds the sign that Word writes before an item. */
export function isWordMarker(element: PasteElement): boolean {
  return stylesOf(element).get('mso-list') === 'ignore';
}

function markerIn(element: PasteElement): string {
  for (const child of element.children) {
    if (typeof child === 'string') continue;
    const sign = isWordMarker(child)
      ? textOf(child)
          .replaceAll(/[\s\u00A0]+/gu, ' ')
          .trim()
      : markerIn(child);
    if (sign !== '') return sign;
  }
  return '';
}
