import '#features/kinds/all.ts';
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { v7 as uuidv7 } from 'uuid';
import { closeDatabase } from '#db/client.ts';
import { importFile } from './records/import-file.ts';

const FOLDER = new URL('../db/seed/', import.meta.url);

process.exitCode = await seed().finally(() => closeDatabase());

/** Brings the seed in by the importer that everybody uses; a second time it changes nothing. */
async function seed(): Promise<number> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  const rows = files.flatMap((name): unknown[] => asRows(JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))));
  const bytes = new TextEncoder().encode(JSON.stringify(rows));
  const call = { actor: { kind: 'system', reason: 'seed' } as const, now: new Date(), requestId: uuidv7() };
  const { lines, summary, isRefused } = await importFile({ file: fileURLToPath(FOLDER), bytes }, call);
  if (isRefused) for (const line of lines) console.error(JSON.stringify(line));
  console.log(summary);
  return isRefused ? 1 : 0;
}

/** The files of the seed are lists; a test reads each of them. */
function asRows(parsed: unknown): unknown[] {
  return parsed as unknown[];
}
