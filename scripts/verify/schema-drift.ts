import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ROOT, runTool } from './run-tool.ts';

const DRIZZLE = 'drizzle-kit/bin.cjs';

/**
 * What `db/schema/` says and the migrations do not, found by letting drizzle-kit write the missing migration into a copy;
 * then whether the migrations hang together.
 *
 * @param migrations - their folder; another one only in tests
 * @returns lines of faults; none where tables and migrations agree
 */
export async function findSchemaDrift(migrations = path.join(ROOT, 'db/migrations')): Promise<string[]> {
  // Inside of the project, since drizzle-kit takes a folder only from there.
  const cache = path.join(ROOT, 'node_modules', '.cache');
  mkdirSync(cache, { recursive: true });
  const copy = mkdtempSync(path.join(cache, 'schema-drift-'));
  try {
    cpSync(migrations, copy, { recursive: true });
    return await generateInto(path.relative(ROOT, copy).replaceAll('\\', '/'), new Set(readdirSync(copy)));
  } finally {
    rmSync(copy, { recursive: true });
  }
}

async function generateInto(out: string, before: Set<string>): Promise<string[]> {
  const place = ['--dialect=postgresql', `--out=./${out}`];
  const settings = ['--schema=./db/schema/*.ts', '--casing=snake_case', '--prefix=timestamp', '--name=drift'];
  const generated = await runTool(DRIZZLE, ['generate', ...place, ...settings]);
  if (!generated.ok) return generated.output.split('\n');
  const missing = readdirSync(path.join(ROOT, out)).filter((name) => !before.has(name));
  if (missing.length > 0) {
    return [`db/schema says more than the migrations: npx drizzle-kit generate would write ${missing.join(', ')}`];
  }
  const checked = await runTool(DRIZZLE, ['check', ...place]);
  return checked.ok ? [] : checked.output.split('\n');
}
