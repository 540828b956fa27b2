import { readFileSync } from 'node:fs';

/** Linux counts the time of a process in hundredths of a second on every machine that Node runs on. */
const TICK_MS = 10;
/** Where the two times stand behind the name of the program, which may hold anything. */
const USER = 11;
const SYSTEM = 12;

/**
 * The processor time that a process and the processes it started have used, in milliseconds.
 *
 * @returns `null` where the system does not tell
 */
export function cpuMsOf(pid: number): number | null {
  const own = readOrNull(`/proc/${String(pid)}/stat`);
  if (own === null) return null;
  const fields = own.slice(own.lastIndexOf(')') + 2).split(' ');
  const ownMs = (Number(fields[USER]) + Number(fields[SYSTEM])) * TICK_MS;
  const children = readOrNull(`/proc/${String(pid)}/task/${String(pid)}/children`) ?? '';
  return children
    .split(' ')
    .filter((child) => child !== '')
    .reduce((sum, child) => sum + (cpuMsOf(Number(child)) ?? 0), ownMs);
}

function readOrNull(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
