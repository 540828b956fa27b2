import '#features/kinds/all.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { v7 as uuidv7 } from 'uuid';
import { closeDatabase } from '#db/client.ts';
import { listRows } from '#features/exchange/queries/list-rows.ts';
import { importFile } from './records/import-file.ts';

const USAGE = `npm run records -- import FILE.json [--dry-run]   brings records in: all of the file, or nothing
npm run records -- export FILE.json              writes all records in the same shape ("-" for the terminal)
A verdict for each row goes to standard output as a line of JSON; the exit code is 1 if anything was refused.`;

process.exitCode = await main().finally(() => closeDatabase());

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
  });
  const [verb, file] = positionals;
  if (values.help || file === undefined || (verb !== 'import' && verb !== 'export')) {
    console.error(USAGE);
    return values.help ? 0 : 1;
  }
  return verb === 'export' ? exportTo(file) : importFrom(file, values['dry-run']);
}

async function exportTo(file: string): Promise<number> {
  const text = `${JSON.stringify(await listRows(), null, 2)}\n`;
  if (file === '-') process.stdout.write(text);
  else writeFileSync(file, text);
  return 0;
}

async function importFrom(file: string, dryRun: boolean): Promise<number> {
  const bytes = readOrNull(file);
  if (bytes === null) {
    console.error(`${file} cannot be read.`);
    return 1;
  }
  const call = { actor: { kind: 'system', reason: 'import' } as const, now: new Date(), requestId: uuidv7(), dryRun };
  const { lines, summary, isRefused } = await importFile({ file, bytes }, call);
  for (const line of lines) console.log(JSON.stringify(line));
  console.error(summary);
  return isRefused ? 1 : 0;
}

function readOrNull(file: string): Buffer | null {
  try {
    return readFileSync(file);
  } catch {
    return null;
  }
}
