import type { Actor } from '#features/ledger/model.ts';
import {
  listMatchingRecords,
  type MatchingRecord,
  type MatchQuestion,
} from '#features/records/queries/list-matching-records.ts';
import { countryName } from '#features/vocabulary/countries.ts';
import type { RecordOption } from '../record-option.ts';

/**
 * The records that somebody may mean by what they typed in a field that points to others, with their countries by name.
 *
 * @throws Problem `forbidden`: drafts are for staff
 */
export async function listRecordOptions(actor: Actor, question: MatchQuestion): Promise<RecordOption[]> {
  const found = await listMatchingRecords(actor, question);
  return found.map((one) => optionOf(one, question));
}

function optionOf(found: MatchingRecord, { locale }: MatchQuestion): RecordOption {
  return { ...found, country: found.country === null ? null : (countryName(found.country, locale) ?? found.country) };
}
