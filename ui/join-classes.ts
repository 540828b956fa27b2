/** Class names as one attribute; `undefined`, `false` and empty ones are left out, and nothing at all gives `undefined`. */
export function joinClasses(...names: readonly (string | false | undefined)[]): string | undefined {
  const joined = names.filter(Boolean).join(' ');
  return joined === '' ? undefined : joined;
}
