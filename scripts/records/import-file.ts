import { basename } from 'node:path';
import { importRows } from '#features/exchange/commands/import-rows.ts';
import type { RowVerdict } from '#features/exchange/model.ts';
import { readRows } from '#features/exchange/read-rows.ts';
import type { Call } from '#features/ledger/model.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { isPlainObject } from '#features/records/plain-object.ts';
import { type FieldProblem, isProblem } from '#platform/problem.ts';
import { problemSentences } from '../describe-problem.ts';

/** A file to import. */
export interface ImportedFile {
  file: string;
  bytes: Uint8Array;
}

/** What an import of a file came to. */
export interface ImportReport {
  /** One object a row, or one for the file as a whole where no row could be read. */
  lines: object[];
  /** One sentence for a person. */
  summary: string;
  isRefused: boolean;
}

/** Imports a file: all of its rows, or none; each problem names file, row and field, says why, and what to do. */
export async function importFile({ file, bytes }: ImportedFile, call: Call): Promise<ImportReport> {
  const name = basename(file);
  const sentence = await problemSentences('en');
  const read = readRows(bytes);
  if ('fault' in read) {
    const message = sentence(read.fault);
    const line = { file: name, verdict: 'refused', problems: [{ ...read.fault, message }] };
    return { lines: [line], summary: `${name}: ${message} Nothing was changed.`, isRefused: true };
  }
  try {
    const verdicts = await runCommand(importRows, { rows: read.rows }, call);
    const lines = verdicts.map((verdict) => ({ file: name, ...verdict }));
    return { lines, summary: `${name}: ${countVerdicts(verdicts, call.dryRun === true)}`, isRefused: false };
  } catch (thrown) {
    if (!isProblem(thrown)) throw thrown;
    const lines = refusedLines({ name, rows: read.rows, sentence }, thrown.detail.fields ?? []);
    const problem = `${sentence({ reason: thrown.code })} Nothing was changed.`;
    return { lines, summary: `${name}: ${problem}`, isRefused: true };
  }
}

function countVerdicts(verdicts: readonly RowVerdict[], isDryRun: boolean): string {
  const counts = new Map<string, number>();
  for (const { verdict } of verdicts) counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  const said = [...counts].map(([verdict, count]) => `${String(count)} ${verdict}`).join(', ');
  return isDryRun ? `${said} (dry run: nothing was changed)` : said;
}

interface Refused {
  name: string;
  rows: readonly unknown[];
  sentence: (problem: FieldProblem) => string;
}

function refusedLines({ name, rows, sentence }: Refused, fields: readonly FieldProblem[]): object[] {
  const byRow = new Map<number, FieldProblem[]>();
  for (const field of fields) {
    const row = rowOf(field);
    byRow.set(row, [...(byRow.get(row) ?? []), field]);
  }
  return rows.map((raw, index) => {
    const row = index + 1;
    const own = byRow.get(row) ?? [];
    const problems = own.map(({ path, reason, params }) => ({
      field: path.split('.').slice(2).join('.'),
      reason,
      ...(params === undefined ? {} : { params }),
      message: sentence({ path, reason, ...(params === undefined ? {} : { params }) }),
    }));
    const { key = null, kind = null } = isPlainObject(raw) ? raw : {};
    const verdict = own.length > 0 ? 'refused' : 'held';
    return { file: name, row, key, kind, verdict, ...(own.length > 0 ? { problems } : {}) };
  });
}

/** The row that a path such as `rows.3.facts.slug` stands in, counted from 1. */
function rowOf({ path }: FieldProblem): number {
  return Number(path.split('.')[1]);
}
