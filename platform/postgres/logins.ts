import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { makeSecret, writePrivateFile } from './private-file.ts';

const logins = z.object({
  postgres: z.string().min(32),
  madinatan_owner: z.string().min(32),
  madinatan_app: z.string().min(32),
  madinatan_public: z.string().min(32),
});

/** The passwords of an embedded cluster by login. */
export type Logins = z.infer<typeof logins>;

/** A login of an embedded cluster; `postgres` is its superuser. */
export type Login = keyof Logins;

/** Makes the passwords of a new cluster and keeps them in a file that only its owner can read. */
export function makeLogins(path: string): Logins {
  const made = {
    postgres: makeSecret(),
    madinatan_owner: makeSecret(),
    madinatan_app: makeSecret(),
    madinatan_public: makeSecret(),
  };
  writePrivateFile(path, `${JSON.stringify(made, null, 2)}\n`);
  return made;
}

/**
 * The passwords of an existing cluster.
 *
 * @throws Error where the file is gone or damaged: without it nobody can use the cluster
 */
export function readLogins(path: string): Logins {
  const remedy = 'Put it back from a backup, or start with an empty data folder.';
  if (!existsSync(path)) throw new Error(`${path}, which holds the passwords of the database, is gone. ${remedy}`);
  try {
    return logins.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new Error(`${path}, which holds the passwords of the database, is damaged. ${remedy}`, { cause });
  }
}
