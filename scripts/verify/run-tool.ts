import { execFile } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { childEnvironment } from '#platform/env.ts';

/** The root of the project. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const MINUTES_MAX = 10;
const OUTPUT_BYTES_MAX = 50_000_000;

/**
 * Runs a program of an installed package with this Node and without a shell.
 *
 * @param program - from `node_modules/`, for instance `knip/bin/knip.js`, or from the root with a leading `./`
 * @param cwd - the folder to look at: the project, another one only in tests
 * @returns what it said; `ok` is whether it was content
 */
export function runTool(program: string, args: string[], cwd = ROOT): Promise<{ ok: boolean; output: string }> {
  const file = program.startsWith('./') ? path.join(ROOT, program) : path.join(ROOT, 'node_modules', program);
  const options = {
    cwd,
    env: childEnvironment({ NEXT_TELEMETRY_DISABLED: '1', NO_COLOR: '1', FORCE_COLOR: undefined }),
    maxBuffer: OUTPUT_BYTES_MAX,
    timeout: MINUTES_MAX * 60_000,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [file, ...args], options, (error, stdout, stderr) => {
      const said = `${stdout}${stderr}`.trim();
      resolve({ ok: error === null, output: said === '' && error !== null ? error.message : said });
    });
  });
}
