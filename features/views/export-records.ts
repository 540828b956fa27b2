import type { Actor } from '#features/ledger/model.ts';
import { AT_START, inOwnOrder } from './list-place.ts';
import type { Question } from './model.ts';
import { type Listed, listRecords, type ListWish } from './queries/list-records.ts';

const BATCH = 500;

/**
 * All records that a question holds, in its order, batch by batch: none is held longer than it takes to send it.
 *
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function* exportRecords(
  actor: Actor,
  question: Question,
  wish: Omit<ListWish, 'place' | 'size'>,
): AsyncGenerator<Listed[]> {
  let place: ListWish['place'] | null = AT_START;
  while (place !== null) {
    const { rows, next } = await listRecords(actor, question, { ...wish, place, size: BATCH });
    yield rows;
    place = next === null ? null : { after: inOwnOrder(question.sort, next), before: null };
  }
}
