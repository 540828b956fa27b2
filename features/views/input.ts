import { z } from 'zod';
import { line } from '#features/records/fields.ts';
import { isKindName, type KindName } from '#features/records/model.ts';
import { SHARED_WITH } from './model.ts';
import { questionText, readQuestionText } from './question.ts';

/** The list that a view belongs to. */
export const list = z.custom<KindName>((value) => typeof value === 'string' && isKindName(value), {
  params: { reason: 'notOffered' },
});

/** What a view is called. */
export const name = line(60);

/** A question as the address of a list writes it; whether it means something is decided together with the list. */
export const question = z.string().max(4000);

/** Those who see a view. */
export const sharedWith = z.enum(SHARED_WITH);

/** The place of a view among the tabs. */
export const rank = z.coerce.number().int().min(0).max(99);

/**
 * A question as it is kept.
 *
 * @returns `null` where some of it means nothing
 */
export function keptQuestion(text: string, kind: KindName): string | null {
  const read = readQuestionText(text, kind);
  return read.faults.length > 0 ? null : questionText(read.question);
}
