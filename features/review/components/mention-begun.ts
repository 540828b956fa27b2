const BEGUN = /(?:^|[\s(«"])@(?<typed>[^\s@]{0,40}(?: [^\s@]{1,40}){0,2})$/u;

/**
 * What somebody has typed of a name behind `@`, up to where they are; a name has three words at most.
 *
 * @returns `null` where no name is being typed
 */
export function mentionBegun(before: string): string | null {
  return BEGUN.exec(before)?.groups?.['typed'] ?? null;
}

/** A name without marks and cases, so that أحمد is found by احمد. */
export function foldName(name: string): string {
  return name.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
