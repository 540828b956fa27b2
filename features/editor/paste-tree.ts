/** What was pasted, as a tree of plain values: a text, or an element with what is in it. */
export type PasteNode = string | PasteElement;

/** An element of what was pasted; its names are in small letters. */
export interface PasteElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly PasteNode[];
}

/** The declarations of an element's `style`, names and values in small letters. */
export function stylesOf({ attributes }: PasteElement): ReadonlyMap<string, string> {
  const text = attributes.get('style');
  if (text === undefined) return new Map();
  return new Map(
    text.split(';').flatMap((declaration) => {
      const at = declaration.indexOf(':');
      if (at < 1) return [];
      const name = declaration.slice(0, at).trim().toLowerCase();
      return [
        [
          name,
          declaration
            .slice(at + 1)
            .trim()
            .toLowerCase(),
        ] as const,
      ];
    }),
  );
}

/** All text of a node, as it stands. */
export function textOf(node: PasteNode): string {
  return typeof node === 'string' ? node : node.children.map((child) => textOf(child)).join('');
}

/** The elements of some names in an element, outermost first; what is inside of a found one is not searched. */
export function elementsIn(element: PasteElement, names: ReadonlySet<string>): PasteElement[] {
  return element.children.flatMap((child) => {
    if (typeof child === 'string') return [];
    return names.has(child.name) ? [child] : elementsIn(child, names);
  });
}
