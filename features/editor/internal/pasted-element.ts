import { isLinkAddress } from '#features/records/rich-text.ts';
import { type PasteElement, stylesOf, textOf } from '../paste-tree.ts';
import type { Loss } from './losses.ts';

/** What words of a place carry. */
export interface Dress {
  bold: boolean;
  href: string | null;
  lang: string | null;
  sourceIds: readonly string[];
}

const IGNORED = new Set(['#comment', 'base', 'col', 'colgroup', 'head', 'link', 'meta', 'title', 'xml', 'template']);
const DROPPED = new Map<string, Loss>([
  ...['applet', 'noscript', 'script', 'style'].map((name) => [name, 'scripts'] as const),
  ...['canvas', 'img', 'picture', 'svg', 'math', 'v:shape', 'v:shapetype', 'v:imagedata', 'v:group'].map(
    (name) => [name, 'pictures'] as const,
  ),
  ...['audio', 'embed', 'iframe', 'object', 'video', 'frame'].map((name) => [name, 'media'] as const),
  ...['button', 'input', 'select', 'textarea', 'datalist', 'progress', 'meter'].map(
    (name) => [name, 'controls'] as const,
  ),
  ...['del'].map((name) => [name, 'deletions'] as const),
]);
/** Elements of which the words stay and the look goes. */
const LOOKS = new Set('big,code,em,font,i,kbd,mark,s,samp,small,strike,sub,sup,tt,u,var'.split(','));
const WORD_COMMENT = /\bMso(?:Comment(?:Reference|Text)|comanchor)\b|\bmsocom/iu;

/** Whether an element says nothing, whatever is in it. */
export function isIgnored({ name }: PasteElement): boolean {
  return IGNORED.has(name);
}

/** What an element is that is taken out with everything in it; `null` for one that is looked into. */
export function lossOf(element: PasteElement): Loss | null {
  const known = DROPPED.get(element.name);
  // A style sheet of Word is no script, and nobody misses it.
  if (known !== undefined) return element.name === 'style' ? 'styles' : known;
  const styles = stylesOf(element);
  if (isComment(element, styles)) return 'comments';
  const isHidden =
    styles.get('display') === 'none' ||
    styles.get('visibility') === 'hidden' ||
    styles.get('mso-hide') === 'all' ||
    styles.get('font-size') === '0' ||
    styles.get('font-size') === '0px' ||
    element.attributes.has('hidden');
  return isHidden ? 'hidden' : null;
}

function isComment({ attributes }: PasteElement, styles: ReadonlyMap<string, string>): boolean {
  return WORD_COMMENT.test(attributes.get('class') ?? '') || (styles.get('mso-element') ?? '').startsWith('comment');
}

/** Whether an element has a look that does not come along. */
export function hasLook(element: PasteElement): boolean {
  const { name, attributes } = element;
  if (LOOKS.has(name)) return true;
  const isOwn = ['data-note', 'data-id', 'data-pm-slice'].some((mark) => attributes.has(mark));
  return !isOwn && (attributes.has('style') || attributes.has('class'));
}

/** What words in an inline element carry, by what they carry around it. */
export function dressIn(
  element: PasteElement,
  around: Dress,
  own: { lang: string; lost: (loss: Loss) => void },
): Dress {
  const bold = boldIn(element, around.bold);
  const note = element.attributes.get('data-note');
  const sourceIds =
    note !== undefined && /^[a-z][a-z0-9-]{0,39}$/u.test(note) ? [...around.sourceIds, note] : around.sourceIds;
  return {
    bold,
    sourceIds,
    lang: langIn(element, around.lang, own.lang),
    href: hrefIn(element, around.href, own.lost),
  };
}

function boldIn(element: PasteElement, around: boolean): boolean {
  const weight = stylesOf(element).get('font-weight');
  if (weight === undefined) return around || element.name === 'b' || element.name === 'strong';
  return weight === 'bold' || weight === 'bolder' || Number(weight) >= 600;
}

function hrefIn(element: PasteElement, around: string | null, lost: (loss: Loss) => void): string | null {
  const href = element.name === 'a' ? element.attributes.get('href')?.trim() : undefined;
  if (href === undefined || href === '') return around;
  if (isLinkAddress(href)) return href;
  const isNote = /ftn|footnote|edn|fn-?\d|cite_note|sdfoot/iu.test(href) && href.includes('#');
  lost(isNote ? 'footnotes' : 'links');
  return around;
}

/** Word names a language for every run, mostly a wrong one; only what others name on purpose is taken over. */
function langIn(element: PasteElement, around: string | null, own: string): string | null {
  const lang = element.attributes.get('lang');
  if (lang === undefined || !/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/u.test(lang)) return around;
  if (element.name !== 'bdi' && (element.name !== 'span' || element.attributes.has('style'))) return around;
  if (element.name === 'span' && /^\s*$/u.test(textOf(element))) return around;
  return lang.split('-')[0] === own.split('-')[0] ? null : lang;
}
