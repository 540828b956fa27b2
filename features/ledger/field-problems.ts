import type { z } from 'zod';
import type { FieldProblem } from '#platform/problem.ts';

/** What a schema found wrong. */
export type Issue = z.core.$ZodIssue;

/**
 * What is wrong with each field, as reasons that have a message in every language.
 *
 * @param prefix - put before each path, such as `facts`
 */
export function fieldProblemsOf(issues: readonly Issue[], prefix = ''): FieldProblem[] {
  return issues.flatMap((issue) => problemsOf(issue, prefix));
}

/** Whether an issue only says that something is not there yet; a draft may be incomplete. */
export function isIncomplete(issue: Issue): boolean {
  if (issue.code === 'invalid_type' || issue.code === 'invalid_value') return issue.input === undefined;
  if (issue.code === 'invalid_union') return issue.input === undefined;
  return issue.code === 'too_small' && issue.origin !== 'number' && issue.origin !== 'int';
}

/**
 * Keys of the name `__proto__`, which schemas of free keys pass over in silence.
 *
 * @param value - plain JSON of bounded depth
 * @param prefix - put before each path
 */
export function findPrototypeKeys(value: unknown, prefix = ''): FieldProblem[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]): FieldProblem[] => {
    const path = prefix === '' ? key : `${prefix}.${key}`;
    return key === '__proto__' ? [{ path, reason: 'unknownKey' }] : findPrototypeKeys(inner, path);
  });
}

function problemsOf(issue: Issue, prefix: string): FieldProblem[] {
  const path = [prefix, ...issue.path.map(String)].filter((part) => part !== '').join('.');
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ path: path === '' ? key : `${path}.${key}`, reason: 'unknownKey' }));
  }
  return [{ path, ...reasonOf(issue) }];
}

function reasonOf(issue: Issue): Omit<FieldProblem, 'path'> {
  if (isIncomplete(issue)) return reasonOfIncomplete(issue);
  switch (issue.code) {
    case 'too_big':
      return { reason: tooBigReason(issue.origin), params: { max: Number(issue.maximum) } };
    case 'too_small':
      return { reason: 'tooSmall', params: { min: Number(issue.minimum) } };
    case 'invalid_value':
      return { reason: 'notOffered' };
    case 'invalid_format':
      // An id that is none was typed as a name which stands for nothing.
      return { reason: issue.format === 'uuid' ? 'unknownReference' : 'format' };
    case 'custom':
      return { reason: String(issue.params?.['reason'] ?? 'format') };
    default:
      return { reason: 'wrongType' };
  }
}

function reasonOfIncomplete(issue: Issue): Omit<FieldProblem, 'path'> {
  const isShortList = issue.code === 'too_small' && issue.origin === 'array';
  return isShortList ? { reason: 'tooFew', params: { min: Number(issue.minimum) } } : { reason: 'required' };
}

function tooBigReason(origin: string): string {
  if (origin === 'string') return 'tooLong';
  return origin === 'array' ? 'tooMany' : 'tooLarge';
}
