import { createHash } from 'node:crypto';

/** A page as readers get it, and what was learnt from it. */
export interface CleanPage {
  html: string;
  /** What the page shows; a mark on one of them puts it out of date. */
  tags: readonly string[];
  /** The files that it cannot be seen without: style sheets, fonts, pictures, own scripts. */
  files: readonly string[];
  /** What its content security policy has to allow by hash. */
  scriptHashes: readonly string[];
  styleHashes: readonly string[];
}

/**
 * A public page without what only the framework needs: its scripts, the data it would wake the page up with, preloads of
 * scripts, and the signs between texts. The page is complete without them (docs/decisions/0018). Scripts marked `data-keep`
 * and data blocks stay. What is marked `data-keep="first"`, a script or what stands in for it, comes before the style sheets: a
 * script behind them would wait for them.
 *
 * @remarks React escapes `<` and `>` in texts and attributes, so an element ends where its tag does.
 */
export function cleanPage(html: string): CleanPage {
  const tags: string[] = [];
  const stripped = html.replaceAll(ELEMENT, (element: string, ...found: (string | undefined)[]) => {
    const [script, link, meta] = found;
    if (script !== undefined) return isKept(script) ? element : '';
    if (link !== undefined) return isForFramework(link) ? '' : element;
    if (meta === undefined) return element.startsWith('<!--') ? '' : element;
    if (attributeOf(meta, 'name') !== 'page-tags') return element;
    tags.push(...(attributeOf(meta, 'content') ?? '').split(' ').filter((tag) => tag !== ''));
    return '';
  });
  const cleaned = putFirst(stripped);
  return {
    html: cleaned,
    tags: [...new Set(tags)].map((tag) => lettersOf(tag)),
    files: filesOf(cleaned),
    scriptHashes: hashesOf(
      cleaned,
      SCRIPT,
      (attributes) => attributeOf(attributes, 'src') === null && !isDataBlock(attributes),
    ),
    styleHashes: hashesOf(cleaned, STYLE, () => true),
  };
}

/** The files that a style sheet names, as addresses of this site. */
export function filesOfStyleSheet(css: string, address: string): string[] {
  const names = [...css.matchAll(/url\(\s*(["']?)([^"')]+)\1\s*\)/gu)].map(([, , name = '']) => name.trim());
  const files = names.filter((name) => !name.startsWith('#')).flatMap((name) => resolveHere(name, address) ?? []);
  return [...new Set(files)];
}

const STYLE_SHEET = '<link rel="stylesheet"';
/** In one pass, so that what stands in a script or style sheet that stays is left as it is. */
const ELEMENT =
  /<script\b([^>]*)>[\s\S]*?<\/script>|<link\b([^>]*)>|<meta\b([^>]*)>|<style\b[^>]*>[\s\S]*?<\/style>|<!--[\s\S]*?-->/gu;
const SCRIPT = /<script\b([^>]*)>([\s\S]*?)<\/script>/gu;
/** A script, and what stands in its place without script. */
const EARLY = /<(script|noscript)\b([^>]*)>[\s\S]*?<\/\1>/gu;
const STYLE = /<style\b([^>]*)>([\s\S]*?)<\/style>/gu;
/** Elements that load something from this site. */
const LOADING = /<(?:link|script|img|source|image)\b([^>]*)>/gu;
const LOADED_LINKS = new Set(['stylesheet', 'icon', 'preload', 'modulepreload', 'manifest', 'apple-touch-icon']);

function putFirst(html: string): string {
  if (!html.includes(STYLE_SHEET)) return html;
  const first: string[] = [];
  const rest = html.replaceAll(EARLY, (element: string, _name: string, attributes: string) => {
    if (attributeOf(attributes, 'data-keep') !== 'first') return element;
    first.push(element);
    return '';
  });
  return rest.replace(STYLE_SHEET, (link) => first.join('') + link);
}

function isKept(attributes: string): boolean {
  return /\bdata-keep\b/u.test(attributes) || isDataBlock(attributes);
}

/** A block of data is read, never run. */
function isDataBlock(attributes: string): boolean {
  return /^application\/(?:[\w.]+\+)?json$/u.test(attributeOf(attributes, 'type') ?? '');
}

function isForFramework(attributes: string): boolean {
  if (/\bdata-keep\b/u.test(attributes)) return false;
  const relation = attributeOf(attributes, 'rel');
  if (relation === 'preload') return attributeOf(attributes, 'as') === 'script';
  // The page comes from where its files come from.
  return relation === 'modulepreload' || relation === 'preconnect';
}

function filesOf(html: string): string[] {
  const files = [...html.matchAll(LOADING)].flatMap(([, attributes = '']) => {
    const relation = attributeOf(attributes, 'rel');
    if (relation !== null && !LOADED_LINKS.has(relation)) return [];
    return [attributeOf(attributes, 'src') ?? attributeOf(attributes, 'href') ?? ''];
  });
  return [...new Set(files.filter((file) => /^\/(?!\/)/u.test(file)).map((file) => lettersOf(decode(file))))];
}

function attributeOf(attributes: string, name: string): string | null {
  return new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'iu').exec(attributes)?.[1] ?? null;
}

function hashesOf(html: string, element: RegExp, isWanted: (attributes: string) => boolean): string[] {
  const found = [...html.matchAll(element)].filter(([, attributes = '']) => isWanted(attributes));
  const hashes = found.map(([, , content = '']) => `'sha256-${createHash('sha256').update(content).digest('base64')}'`);
  return [...new Set(hashes)];
}

/** In attributes, the only sign of an address that is written otherwise. */
function decode(address: string): string {
  return address.replaceAll('&amp;', '&');
}

/** @returns `null` for what lies elsewhere */
function resolveHere(name: string, address: string): string | null {
  const base = `http://site${address}`;
  if (!URL.canParse(name, base)) return null;
  const { origin, pathname, search } = new URL(name, base);
  return origin === 'http://site' ? `${pathname}${search}` : null;
}

/** The same text with letters of its own: a piece of a page, kept for long, would keep all of the page in memory. */
function lettersOf(text: string): string {
  return Buffer.from(text).toString();
}
