import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser';

/** A text as ICU MessageFormat, or why it is none. */
export type ParsedMessage =
  | { elements: MessageFormatElement[]; fault: null }
  | { elements: null; fault: { reason: string; offset: number | null } };

/** Reads a text as next-intl will. */
export function parseMessage(text: string): ParsedMessage {
  try {
    return { elements: parse(text, { captureLocation: true }), fault: null };
  } catch (thrown) {
    if (!(thrown instanceof Error)) throw thrown;
    return { elements: null, fault: { reason: thrown.message, offset: offsetOf(thrown) } };
  }
}

/** Each element of a message, with those inside of plurals, selects and tags. */
export function* walkMessage(elements: readonly MessageFormatElement[]): Generator<MessageFormatElement> {
  for (const element of elements) {
    yield element;
    if (element.type === TYPE.tag) yield* walkMessage(element.children);
    if (element.type === TYPE.plural || element.type === TYPE.select) {
      for (const option of Object.values(element.options)) yield* walkMessage(option.value);
    }
  }
}

/** The parser hangs the place on its error; its types do not say so. */
function offsetOf(thrown: Error): number | null {
  const { location } = thrown as { location?: { start?: { offset?: number } } };
  return location?.start?.offset ?? null;
}
