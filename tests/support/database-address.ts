import { randomBytes } from 'node:crypto';

/** The role that migrates and owns the tables, without a superuser's rights, as in production. */
export const OWNER_ROLE = 'madinatan_owner';

/** A name that tells when the database was made, so that what killed runs left on a lasting server can be removed. */
export function nameTestDatabase(): string {
  return `test_${Date.now().toString(36)}_${randomBytes(5).toString('hex')}`;
}

/** When a database of that name was made; `null` for one that is none of ours. */
export function testDatabaseMadeAt(name: string): Date | null {
  const stamp = /^test_([0-9a-z]+)_[0-9a-f]{10}$/u.exec(name)?.[1];
  return stamp === undefined ? null : new Date(Number.parseInt(stamp, 36));
}

/** The address of a database on the server of the tests, acting as a role where one is given. */
export function addressOf(serverUrl: string, database: string, role?: string): string {
  const address = new URL(serverUrl);
  address.pathname = `/${database}`;
  // The driver hands parameters it does not know to the server as settings of the connection.
  if (role !== undefined) address.searchParams.set('role', role);
  return address.href;
}
