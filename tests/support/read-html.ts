import type { PasteElement, PasteNode } from '#features/editor/paste-tree.ts';

interface Open {
  name: string;
  attributes: Map<string, string>;
  children: PasteNode[];
}

const VOID = new Set(['br', 'col', 'hr', 'img', 'input', 'link', 'meta']);
const TOKEN =
  /<!--[\s\S]*?-->|<!\[[^\]]*\]>|<(\/?)([a-z][\w:]*)((?:\s+[^\s=>]+(?:=(?:"[^"]*"|'[^']*'|[^\s>]+))?)*)\s*\/?>|[^<]+|</giu;
const ENTITIES: Record<string, string> = { nbsp: '\u00A0', amp: '&', lt: '<', gt: '>', quot: '"', shy: '\u00AD' };

/** HTML that is written properly, as a tree: enough for test material, where no browser is at hand. */
export function readHtml(html: string): PasteElement {
  const root: Open = { name: 'body', attributes: new Map(), children: [] };
  const stack = [root];
  for (const [token, close, name, attributes] of html.matchAll(TOKEN)) {
    const top = stack.at(-1) ?? root;
    if (name === undefined) {
      if (!token.startsWith('<!')) top.children.push(decoded(token));
    } else if (close === '/') {
      if (top.name === name.toLowerCase()) stack.pop();
    } else {
      const element: Open = { name: name.toLowerCase(), attributes: attributesOf(attributes ?? ''), children: [] };
      top.children.push(element);
      if (!VOID.has(element.name) && !token.endsWith('/>')) stack.push(element);
    }
  }
  return root;
}

function attributesOf(text: string): Map<string, string> {
  const found = text.matchAll(/([^\s=]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/gu);
  return new Map([...found].map(([, name = '', ...values]) => [name.toLowerCase(), decoded(values.join(''))]));
}

function decoded(text: string): string {
  return text.replaceAll(/&(?:#(\d+)|(\w+));/gu, (whole, code: string | undefined, name: string | undefined) => {
    return code === undefined ? (ENTITIES[name ?? ''] ?? whole) : String.fromCodePoint(Number(code));
  });
}
