import type { Scope } from './model.ts';

/** The name under which a plan for a unit waits: a later plan takes the place of an earlier one. */
export function planKey(record: string, scope: Scope): string {
  return `${record}/${scope}`;
}
