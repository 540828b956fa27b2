import '#features/kinds/all.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { importRows } from '#features/exchange/commands/import-rows.ts';
import { runCommand } from '#features/ledger/run-command.ts';
import { indexDue } from '#features/search/keep-index.ts';
import { callBy } from './calls.ts';

const FOLDER = new URL('../../db/seed/', import.meta.url);

/** The rows of the seed, as its files have them. */
function seedRows(): unknown[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return files.flatMap((name) => asRows(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))));
}

/** Brings the seed into the database of a test, and into the index of the search. */
export async function importSeed(): Promise<void> {
  await runCommand(importRows, { rows: seedRows() }, callBy());
  await indexAll();
}

/** Indexes everything that is due. */
async function indexAll(): Promise<void> {
  while ((await indexDue()) > 0);
}

/** The files of the seed are lists; a test reads each of them. */
function asRows(parsed: unknown): unknown[] {
  return parsed as unknown[];
}
