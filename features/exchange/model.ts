import type { KindName } from '#features/records/model.ts';
import type { FieldProblem } from '#platform/problem.ts';

/** What became of one row of an import. */
export interface RowVerdict {
  /** Counted from 1, as people count rows. */
  row: number;
  key: string | null;
  kind: KindName | null;
  /** `created`, `updated`, `unchanged`: done. `refused`: see the problems. `held`: in order, but others were refused. */
  verdict: 'created' | 'updated' | 'unchanged' | 'refused' | 'held';
  ref?: string;
  /** Units that were updated but not released, because a person has an unreleased draft there or withdrew them. */
  draftsKept?: string[];
  problems?: FieldProblem[];
}

/** The largest file that an import reads. */
export const IMPORT_BYTES_MAX = 16 * 1024 * 1024;

/** The most rows of one import. */
export const IMPORT_ROWS_MAX = 20_000;
