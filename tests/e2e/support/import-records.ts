import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { childEnvironment } from '#platform/env.ts';

/** Brings records in through the importer, in the shape of its file; a known key is changed. */
export function importRecords(records: readonly object[]): void {
  const folder = mkdtempSync(join(tmpdir(), 'madinatan-records-'));
  const file = join(folder, 'records.json');
  writeFileSync(file, JSON.stringify(records));
  const script = ['--conditions=react-server', '--import', 'tsx', 'scripts/records.ts', 'import', file];
  try {
    execFileSync(process.execPath, script, { env: childEnvironment({}), stdio: 'pipe' });
  } finally {
    rmSync(folder, { recursive: true });
  }
}
