import { v7 as uuidv7 } from 'uuid';
import { importRows } from '#features/exchange/commands/import-rows.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { isProblem, type FieldProblem } from '#platform/problem.ts';

/** A row that the importer refused, by its place in the list. */
export interface RefusedRow {
  index: number;
  problems: FieldProblem[];
}

/** Rows that go in together: a stop loses at most so many, and readers' pages are told once for all of them. */
const ROWS_AT_ONCE = 500;

/**
 * Brings many rows in by the importer that everybody uses, in batches; refused rows are set aside, and the others of their
 * batch go in without them. What is in after a stop stays in.
 *
 * @param onProgress - is told after each batch how many rows were done
 */
export async function bringRows(
  rows: readonly object[],
  onProgress: (done: number) => void,
): Promise<{ created: number; refused: RefusedRow[] }> {
  const refused: RefusedRow[] = [];
  for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) {
    const batch = rows.slice(from, from + ROWS_AT_ONCE).map((row, index) => ({ row, index: from + index }));
    refused.push(...(await bringBatch(batch)));
    onProgress(Math.min(from + ROWS_AT_ONCE, rows.length));
  }
  return { created: rows.length - refused.length, refused };
}

async function bringBatch(batch: readonly { row: object; index: number }[]): Promise<RefusedRow[]> {
  if (batch.length === 0) return [];
  const call = { actor: { kind: 'system', reason: 'import' } as const, now: new Date(), requestId: uuidv7() };
  try {
    await runCommand(importRows, { rows: batch.map(({ row }) => row) }, call);
    return [];
  } catch (thrown) {
    const byRow = isProblem(thrown) ? problemsByRow(thrown.detail.fields ?? []) : new Map<number, FieldProblem[]>();
    if (byRow.size === 0) throw thrown;
    const refused = batch.flatMap(({ index }, at) => {
      const problems = byRow.get(at);
      return problems === undefined ? [] : [{ index, problems }];
    });
    return [...refused, ...(await bringBatch(batch.filter((_, at) => !byRow.has(at))))];
  }
}

/** Problems by the place of their row in the batch: `rows.3.facts.slug` belongs to the third. */
function problemsByRow(problems: readonly FieldProblem[]): Map<number, FieldProblem[]> {
  const byRow = new Map<number, FieldProblem[]>();
  for (const { path, ...problem } of problems) {
    const [, row = '', ...field] = path.split('.');
    const at = Number(row) - 1;
    byRow.set(at, [...(byRow.get(at) ?? []), { ...problem, path: field.join('.') }]);
  }
  return byRow;
}
