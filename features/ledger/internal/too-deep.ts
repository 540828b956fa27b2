/** Rich text in a list of an import lies about a dozen levels deep. */
const DEPTH_MAX = 64;

/**
 * Whether an input is nested deeper than anything the product takes. What reads it by recursion would run out of stack.
 *
 * @param raw - untrusted plain JSON
 */
export function isTooDeep(raw: unknown): boolean {
  let level: unknown[] = [raw];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEPTH_MAX) return true;
    level = level.flatMap((value) => valuesIn(value));
  }
  return false;
}

function valuesIn(value: unknown): unknown[] {
  return typeof value === 'object' && value !== null ? Object.values(value) : [];
}
