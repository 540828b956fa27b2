import { randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';
import { Problem } from '#platform/problem.ts';
import { normalisePassword } from '../password-rules.ts';

/** OWASP's floor for argon2id, the library's default algorithm: 19 MiB, two passes; about 20 ms on one core. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/**
 * Each hash holds a core and 19 MiB, and who waits for one holds a database connection: a flood of sign-ins must leave some
 * of both to everybody else.
 */
const AT_ONCE_MAX = 4;
const WAITING_MAX = 4;

let running = 0;
const waiting: (() => void)[] = [];

/** What is stored of a password. */
export async function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(normalisePassword(password), COST));
}

/**
 * Whether a password is the one that was hashed. Without a hash the answer is no, but it takes as long: the time does not
 * tell whether there is such an account.
 *
 * @throws Problem `tooManyAttempts`: too many passwords wait to be checked
 */
export async function isPassword(storedHash: string | null, password: string): Promise<boolean> {
  const decoy = await makeDecoy();
  const isRight = await inTurn(() => verify(storedHash ?? decoy, normalisePassword(password)));
  return isRight && storedHash !== null;
}

let decoyMade: Promise<string> | null = null;

/** The hash of something nobody knows, made before the first check, whoever asks. */
async function makeDecoy(): Promise<string> {
  decoyMade ??= hash(randomBytes(32), COST);
  return decoyMade;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE_MAX) {
    if (waiting.length >= WAITING_MAX) throw new Problem('tooManyAttempts', { retryAfterSeconds: 2 });
    // Who leaves hands the place over, so `running` stays as it is.
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else {
    running += 1;
  }
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}
