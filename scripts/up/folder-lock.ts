import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive } from '#platform/postgres/postmaster.ts';

const holder = z.object({ pid: z.number().int(), since: z.string() });

/**
 * Takes a data folder for this program alone, until `release` or its end, however it ends.
 *
 * @returns what gives the folder back
 * @throws Error where a living program holds it
 */
export function lockFolder(folder: string): () => void {
  const file = join(folder, 'in-use.json');
  const mine = JSON.stringify({ pid: process.pid, since: startOf(process.pid) });
  if (existsSync(file)) {
    const other = findHolder(file);
    if (other !== null) {
      throw new Error(
        `Another run (number ${String(other)}) uses ${folder}. End it first, or choose another folder with --data-dir.`,
      );
    }
    rmSync(file, { force: true });
  }
  try {
    // Fails where another run came first by a hair.
    writeFileSync(file, mine, { mode: 0o600, flag: 'wx' });
  } catch (cause) {
    throw new Error(`Another run has just taken ${folder}. Choose another folder with --data-dir.`, { cause });
  }
  return () => {
    rmSync(file, { force: true });
  };
}

/** The number of the living program that holds the folder. Numbers are given out again, so the start counts as well. */
function findHolder(file: string): number | null {
  try {
    const { pid, since } = holder.parse(JSON.parse(readFileSync(file, 'utf8')));
    return isAlive(pid) && startOf(pid) === since ? pid : null;
  } catch {
    // Half-written by a program that was killed over it.
    return null;
  }
}

/** When a program was started, in whatever form the system tells; empty where it does not. */
function startOf(pid: number): string {
  const file = `/proc/${String(pid)}/stat`;
  if (existsSync(file)) {
    const [, fields = ''] = /.*\) (.*)/su.exec(readFileSync(file, 'utf8')) ?? [];
    return fields.split(' ')[19] ?? '';
  }
  if (process.platform === 'win32') return '';
  return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim();
}
