/** A piece of work for later. */
export interface NewJob {
  /** `record.release`: the name of its handler. */
  kind: string;
  /** Plain JSON; the handler checks it. */
  payload: Record<string, unknown>;
  runAt: Date;
  /** Two waiting jobs of one kind with one key are one job: the later call decides when and what. */
  uniqueKey?: string;
}

/** A job that has come due. */
export interface DueJob {
  id: string;
  kind: string;
  payload: unknown;
  /** 1 for the first try. */
  attempt: number;
}

/**
 * What a room does with jobs of one kind. It may be called again for a job that was done but not booked as done, so what it
 * does goes through commands under the job's id as idempotency key.
 */
export interface JobHandler {
  kind: string;
  run: (job: DueJob, now: Date) => Promise<void>;
}

/** After this many tries a job counts as failed and waits for a person. */
export const ATTEMPTS_MAX = 8;

/**
 * How long to wait before the next try: 5 seconds, doubling up to an hour.
 *
 * @param attempt - the number of the try that failed, from 1
 */
export function retryAfterMs(attempt: number): number {
  return Math.min(5000 * 2 ** (attempt - 1), 3_600_000);
}
