import type { FieldProblem } from '#platform/problem.ts';
import { blockOf } from '../posted-items.ts';
import type { DynamicTexts } from './dynamic-texts.ts';

/** What is wrong with a field and what to do, as a sentence. */
export function problemText(errors: DynamicTexts, problem: Omit<FieldProblem, 'path'> & { path?: string }): string {
  const block = blockOf(problem.path ?? '');
  const sentence = sentenceOf(errors, problem);
  return block === null ? sentence : errors('inBlock', { block, problem: sentence });
}

function sentenceOf(errors: DynamicTexts, { reason, params }: Omit<FieldProblem, 'path'>): string {
  const key = `fields.${reason}`;
  if (errors.has(key)) return errors(key, params);
  return errors.has(reason) ? errors(reason) : errors('fields.format');
}
