import type { PasteElement, PasteNode } from '../paste-tree.ts';

/** Pasted HTML as a tree. The browser reads it into a document of its own, in which nothing runs and nothing loads. */
export function readHtml(html: string): PasteElement {
  return elementOf(new DOMParser().parseFromString(html, 'text/html').body);
}

function elementOf(element: Element): PasteElement {
  return {
    name: element.localName.toLowerCase(),
    attributes: new Map(Array.from(element.attributes, ({ name, value }) => [name.toLowerCase(), value])),
    children: Array.from(element.childNodes).flatMap((node) => nodeOf(node)),
  };
}

function nodeOf(node: ChildNode): PasteNode[] {
  if (node.nodeType === 3) return [node.nodeValue ?? ''];
  return node.nodeType === 1 ? [elementOf(asElement(node))] : [];
}

/** Nodes of type 1 are elements; those of another document are no instances of this one's classes. */
function asElement(node: ChildNode): Element {
  return node as unknown as Element;
}
