const FIRST_STRONG_ISOLATE = '\u2068';
const POP_ISOLATE = '\u2069';

/**
 * A name or a foreign text for places that know no markup, such as the title of a window: the signs around it keep its
 * order and are not seen.
 */
export function plainIsolate(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${text}${POP_ISOLATE}`;
}
