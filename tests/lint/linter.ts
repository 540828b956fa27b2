import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { z } from 'zod';

const OXLINT = path.join(path.dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint');
const report = z.object({ diagnostics: z.array(z.object({ code: z.string(), filename: z.string() })) });

/** The rules that the files below a folder break, by file, as the linter itself reports them. */
export function lint(root: string): Map<string, string[]> {
  // Breaches are what is expected, hence the exit code is not looked at.
  const { stdout } = spawnSync(process.execPath, [OXLINT, '--format=json'], { cwd: root, encoding: 'utf8' });
  const broken = new Map<string, string[]>();
  for (const { code, filename } of report.parse(JSON.parse(stdout)).diagnostics) {
    broken.set(filename, [...(broken.get(filename) ?? []), code]);
  }
  return broken;
}
