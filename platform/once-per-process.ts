/**
 * Something that exists once in a process: Next loads one file into several bundles, and a variable of the file would exist
 * once in each.
 *
 * @param name - nothing else may be kept under it
 */
export function oncePerProcess<T>(name: string, make: () => T): T {
  const key = Symbol.for(`madinatan.${name}`);
  if (!Reflect.has(globalThis, key)) Reflect.set(globalThis, key, make());
  return asKept<T>(Reflect.get(globalThis, key));
}

/** Each name is used in one file, which always makes the same. */
function asKept<T>(kept: unknown): T {
  return kept as T;
}
