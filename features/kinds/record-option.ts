import type { MatchingRecord } from '#features/records/queries/list-matching-records.ts';

/** A record as a field that points to others offers it: plain values, so that it can travel to a browser. */
export interface RecordOption extends MatchingRecord {
  /** By name, in the reader's language. */
  country: string | null;
}
