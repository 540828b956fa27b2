/** Wrong passwords in a row after which an account has to wait before the next one is looked at. */
const FAILURES_BEFORE_WAIT = 10;

/** Wrong passwords in a row after which an account is closed until its password is chosen anew. */
export const FAILURES_BEFORE_LOCK = 100;

/** How many wrong passwords one network may send in a window. */
export const NETWORK_LIMIT = { failures: 50, windowMinutes: 15 } as const;

const FIRST_WAIT_SECONDS = 30;
const LONGEST_WAIT_SECONDS = 15 * 60;

/**
 * How long an account waits after so many wrong passwords in a row; 0 where it need not.
 *
 * @remarks NIST SP 800-63B allows at most 100 failures in a row. The wait doubles from half a minute to a quarter of an
 * hour, so the hundredth guess comes most of a day after the tenth.
 */
export function waitSecondsAfter(failures: number): number {
  if (failures < FAILURES_BEFORE_WAIT) return 0;
  return Math.min(LONGEST_WAIT_SECONDS, FIRST_WAIT_SECONDS * 2 ** (failures - FAILURES_BEFORE_WAIT));
}
