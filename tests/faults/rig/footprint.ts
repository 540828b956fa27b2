import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * How many bytes of memory a program holds.
 *
 * @returns `null` where the system does not tell
 */
export function residentBytes(pid: number): number | null {
  return statusBytes(pid, 'VmRSS');
}

/**
 * How many bytes of memory a program has held at most.
 *
 * @returns `null` where the system does not tell
 */
export function peakBytes(pid: number): number | null {
  return statusBytes(pid, 'VmHWM');
}

function statusBytes(pid: number, name: string): number | null {
  const file = `/proc/${String(pid)}/status`;
  if (!existsSync(file)) return null;
  const kilobytes = new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(readFileSync(file, 'utf8'))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

/** How many bytes the files of a folder hold, those of its folders included; 0 where there is none. */
export function folderBytes(folder: string): number {
  if (!existsSync(folder)) return 0;
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => statSync(join(folder, name), { throwIfNoEntry: false }))
    .reduce((sum, stat) => sum + (stat?.isFile() === true ? stat.size : 0), 0);
}

/** The names of the files in a folder and its folders, without the folders. */
export function listFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);
}

/** How many files lie in a folder and its folders; 0 where there is none. */
export function countFiles(folder: string): number {
  return listFiles(folder).length;
}
