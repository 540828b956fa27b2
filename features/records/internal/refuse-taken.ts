import { findErrorCode } from '#db/connection-lost.ts';
import { Problem } from '#platform/problem.ts';

const UNIQUE_VIOLATION = '23505';

/**
 * Runs a write that claims an address part. Two writers may claim the same one in the same moment, and then only the
 * database knows who came second.
 *
 * @param path - the field that holds the address part
 * @throws Problem `addressTaken`
 */
export async function refuseTaken<T>(path: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (cause) {
    if (findErrorCode(cause) !== UNIQUE_VIOLATION) throw cause;
    throw new Problem('addressTaken', { fields: [{ path, reason: 'addressTaken' }], cause });
  }
}
