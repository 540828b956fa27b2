import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, chownSync, readFileSync } from 'node:fs';
import { childEnvironment } from '#platform/env.ts';

/** How the programs of Postgres are started, since they refuse to run as root. */
export interface RunAs {
  /** Put before each command. */
  prefix: string[];
  /** The account to change to; `null` where the own one is kept. */
  account: { uid: number; gid: number } | null;
}

/** What a program said, and whether it was content. */
export interface Outcome {
  ok: boolean;
  output: string;
}

const NOBODY = '65534';
const UNSHARE = ['unshare', '--user', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`];

let chosen: RunAs | null = null;

/**
 * The way to run Postgres here. As root: in a user namespace, where Postgres sees an ordinary account while the kernel
 * still grants access below folders of root alone; without namespaces (some containers): as `postgres` or `nobody`.
 *
 * @throws Error for root on a system that has neither
 */
export function chooseRunAs(): RunAs {
  chosen ??= process.getuid?.() === 0 ? runAsForRoot() : { prefix: [], account: null };
  return chosen;
}

function runAsForRoot(): RunAs {
  if (canUnshare()) return { prefix: UNSHARE, account: null };
  const account = findAccount();
  if (account !== null) return { prefix: [], account };
  throw new Error(
    'Postgres does not run as root, and there is neither a user namespace nor an account named postgres or nobody. ' +
      'Start as another account, or set DATABASE_URL.',
  );
}

function canUnshare(): boolean {
  try {
    execFileSync('unshare', [...UNSHARE.slice(1), 'true'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function findAccount(): RunAs['account'] {
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  const fields = ['postgres', 'nobody'].map((name) => accounts.find(([own]) => own === name)).find(Boolean);
  const [uid, gid] = [Number(fields?.[2]), Number(fields?.[3])];
  return Number.isInteger(uid) && Number.isInteger(gid) ? { uid, gid } : null;
}

/** Gives a file or folder to the account that Postgres runs as, where that is not the own one. */
export function handOver(path: string): void {
  const { account } = chooseRunAs();
  if (account !== null) chownSync(path, account.uid, account.gid);
}

/** Lets the account of Postgres pass through a folder of ours without being able to list it. */
export function letThrough(folder: string): void {
  if (chooseRunAs().account !== null) chmodSync(folder, 0o711);
}

/** Runs a program of Postgres to its end; a failure is an answer, not an exception. */
export async function runProgram(program: string, args: string[]): Promise<Outcome> {
  const { prefix, account } = chooseRunAs();
  const [command = program, ...rest] = [...prefix, program, ...args];
  // A message in another language could not be recognised, and settings of psql would lead the programs elsewhere.
  const env = childEnvironment({
    LC_ALL: 'C',
    PGDATA: undefined,
    PGPORT: undefined,
    PGHOST: undefined,
    PGUSER: undefined,
  });
  return new Promise((resolve) => {
    execFile(command, rest, { cwd: '/', env, ...account, windowsHide: true }, (error, stdout, stderr) => {
      const output = `${stdout}${stderr}`.trim();
      resolve({ ok: error === null, output: output === '' && error !== null ? error.message : output });
    });
  });
}
