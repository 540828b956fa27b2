import { createHash } from 'node:crypto';
import { eq, inArray, sql } from 'drizzle-orm';
import type { Database } from '#db/pool.ts';
import { signInAttempt } from '#db/schema/accounts.ts';
import { minutesAfter, networkOf } from '../model.ts';
import { FAILURES_BEFORE_LOCK, NETWORK_LIMIT, waitSecondsAfter } from '../sign-in-limits.ts';

/** Under which names wrong passwords are counted: the account that was tried, and the network that tried. */
export interface AttemptKeys {
  account: string;
  /** `null` where no address is known. */
  network: string | null;
}

/** What stands against looking at one more password. */
export interface Obstacle {
  /** `undefined` where waiting does not help. */
  retryAfterSeconds: number | undefined;
}

/**
 * The names of the counters. Addresses are hashed: the table shall not become a list of who tried to sign in.
 *
 * @param email - normalised
 */
export function attemptKeys(email: string, address: string | null): AttemptKeys {
  const network = address === null ? null : networkOf(address);
  return { account: keyOf('account', email), network: network === null ? null : keyOf('network', network) };
}

/**
 * Takes the turn of an account, so that many guesses sent at once are not all looked at before the first is counted. It
 * is given back with the transaction.
 *
 * @returns `false` where another sign-in to the account is under way
 */
export async function takeTurn(tx: Database, { account }: AttemptKeys): Promise<boolean> {
  const [row] = await tx.execute<{ taken: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended(${account}, 0)) as taken`,
  );
  return row?.taken === true;
}

/** What the counters say; `null` where a password may be looked at. */
export async function findObstacle(tx: Database, keys: AttemptKeys, now: Date): Promise<Obstacle | null> {
  const names = keys.network === null ? [keys.account] : [keys.account, keys.network];
  const rows = await tx.select().from(signInAttempt).where(inArray(signInAttempt.key, names));
  const account = rows.find(({ key }) => key === keys.account);
  const network = rows.find(({ key }) => key === keys.network);
  if (account !== undefined && account.failures >= FAILURES_BEFORE_LOCK) return { retryAfterSeconds: undefined };
  const waits = [
    account === undefined ? 0 : secondsUntil(account.windowEndsAt, now),
    network === undefined || network.failures < NETWORK_LIMIT.failures ? 0 : secondsUntil(network.windowEndsAt, now),
  ];
  const longest = Math.max(...waits);
  return longest === 0 ? null : { retryAfterSeconds: longest };
}

/** Counts a wrong password. Who calls it holds the turn of the account. */
export async function countFailure(tx: Database, { account, network }: AttemptKeys, now: Date): Promise<void> {
  const [known] = await tx.select().from(signInAttempt).where(eq(signInAttempt.key, account));
  const failures = (known?.failures ?? 0) + 1;
  const windowEndsAt = minutesAfter(now, waitSecondsAfter(failures) / 60);
  await tx
    .insert(signInAttempt)
    .values({ key: account, failures, windowEndsAt })
    .onConflictDoUpdate({ target: signInAttempt.key, set: { failures, windowEndsAt } });
  if (network === null) return;
  const isOver = sql`${signInAttempt.windowEndsAt} <= ${now.toISOString()}::timestamptz`;
  await tx
    .insert(signInAttempt)
    .values({ key: network, failures: 1, windowEndsAt: minutesAfter(now, NETWORK_LIMIT.windowMinutes) })
    .onConflictDoUpdate({
      target: signInAttempt.key,
      set: {
        failures: sql`case when ${isOver} then 1 else ${signInAttempt.failures} + 1 end`,
        windowEndsAt: sql`case when ${isOver} then excluded.window_ends_at else ${signInAttempt.windowEndsAt} end`,
      },
    });
}

/** Forgets the wrong passwords of an account; those of the network stay. */
export async function clearFailures(tx: Database, { account }: Pick<AttemptKeys, 'account'>): Promise<void> {
  await tx.delete(signInAttempt).where(eq(signInAttempt.key, account));
}

function keyOf(kind: 'account' | 'network', text: string): string {
  return `${kind}:${createHash('sha256').update(text).digest('base64url')}`;
}

function secondsUntil(instant: Date, now: Date): number {
  return Math.max(0, Math.ceil((instant.getTime() - now.getTime()) / 1000));
}
