import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** A text as ICU MessageFormat, or why it is none. */
export type ParsedMessage =
  | { elements: MessageFormatElement[]; fault: null }
  | { elements: null; fault: { reason: string; offset: number | null } };

/** Deeper than anything that a person writes, far below what exhausts the stack of the parser. */
const DEPTH_MAX = 200;

/** Reads a text as next-intl will. */
export function parseMessage(text: string): ParsedMessage {
  const deep = findDepth(text);
  if (deep !== null) return { elements: null, fault: { reason: 'TOO_DEEP', offset: deep } };
  try {
    return { elements: parse(text, { captureLocation: true }), fault: null };
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return { elements: null, fault: { reason: thrown.message, offset: offsetOf(thrown) } };
  }
}

/** Each element of a message, with those inside of plurals, selects and tags, in the order of the text. */
export function walkMessage(elements: readonly MessageFormatElement[]): MessageFormatElement[] {
  const found: MessageFormatElement[] = [];
  const waiting = elements.toReversed();
  for (let element = waiting.pop(); element !== undefined; element = waiting.pop()) {
    found.push(element);
    for (const list of listsIn(element).toReversed()) {
      for (const inner of list.toReversed()) waiting.push(inner);
    }
  }
  return found;
}

/** What stands inside of an element: the branches of a choice, the content of a tag. */
export function listsIn(element: MessageFormatElement): MessageFormatElement[][] {
  if (element.type === TYPE.tag) return [element.children];
  if (element.type === TYPE.plural || element.type === TYPE.select) {
    return Object.values(element.options).map(({ value }) => value);
  }
  return [];
}

/** Where braces or tags are nested too deep, roughly counted; `null` where they are not. */
function findDepth(text: string): number | null {
  if (text.length < DEPTH_MAX) return null;
  let depth = 0;
  for (const { 0: sign, index } of text.matchAll(/[{}]|<(?=\/?[a-z])(?:\/)?/giu)) {
    depth += sign === '{' || sign === '<' ? 1 : -1;
    if (depth > DEPTH_MAX) return index;
  }
  return null;
}

/** The parser hangs the place on its error; its types do not say so. */
function offsetOf(thrown: Error): number | null {
  const { location } = thrown as { location?: { start?: { offset?: number } } };
  return location?.start?.offset ?? null;
}
