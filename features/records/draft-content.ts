import type { z } from 'zod';
import { fieldProblemsOf, type Issue } from '#features/ledger/field-problems.ts';
import type { FieldProblem } from '#platform/problem.ts';
import type { Content } from './model.ts';

/** A draft as a page can be made from it. */
export interface ReadableDraft {
  /** `null` where something is missing that no page can be without. */
  content: Content | null;
  /** What was left out or is missing. */
  left: FieldProblem[];
}

/** A list inside of a list may only come to light once the outer one is complete. */
const ROUNDS_MAX = 5;

/** What can be shown of a draft: incomplete items and fields are left out and named. */
export function readableDraft(schema: z.ZodObject, draft: Content): ReadableDraft {
  let content = draft;
  const left: FieldProblem[] = [];
  for (let round = 0; round < ROUNDS_MAX; round += 1) {
    const parsed = schema.safeParse(content, { reportInput: true });
    if (parsed.success) return { content, left };
    left.push(...fieldProblemsOf(parsed.error.issues));
    const next = without(content, parsed.error.issues);
    if (next === null) break;
    content = next;
  }
  return { content: null, left };
}

/** The content without what the issues are about; `null` where one of them is about something that is not there. */
function without(content: Content, issues: readonly Issue[]): Content | null {
  const names = new Set(issues.map(({ path: [name] }) => String(name)));
  if ([...names].some((name) => content[name] === undefined)) return null;
  return Object.fromEntries(
    Object.entries(content).flatMap(([name, value]) => {
      if (!names.has(name)) return [[name, value]];
      const places = issues.flatMap(({ path: [first, at] }) => (first === name ? [at] : []));
      const isItems = Array.isArray(value) && places.every((at) => typeof at === 'number');
      return isItems ? [[name, value.filter((_item, at) => !places.includes(at))]] : [];
    }),
  );
}
