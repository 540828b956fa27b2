import postgres from 'postgres';
import { requestId } from '#platform/request-context.ts';
import { ConnectionLost, isConnectionFault } from './connection-lost.ts';
import { socketMaker, type DriverTarget } from './socket.ts';
import { matchValuesToDrizzle } from './value-codecs.ts';

/** How one connection is opened. */
export interface SlotOptions {
  url: string;
  /** The database role to act as; one login may serve several. Without it the login's own role. */
  role?: string;
  applicationName: string;
  /** The longest time the server works on one statement. Without it only the client's deadline holds. */
  statementTimeoutMs?: number;
  /** The longest time a statement may take as seen from here, whatever became of the server. */
  deadlineMs?: number;
  /** Called for each notification of a channel this connection listens to. */
  onNotification?: (channel: string, payload: string) => void;
}

/** What a statement gives back, as drizzle's postgres session uses it. */
export interface SlotRows extends Array<unknown> {
  /** The command tag without its number: `SELECT`, `COMMIT`, `ROLLBACK`. */
  command?: string;
  count?: number | null;
}

/** Whether rows come as objects by column name or as lists in column order. */
export type RowShape = 'rows' | 'values';

/** Sends one statement. */
export type Send = (statement: string, params: readonly unknown[], shape: RowShape) => Promise<SlotRows>;

/** One connection that is never used again once it was lost. */
export interface Slot {
  /** Aborted in the tick in which the connection is lost or thrown away; its reason is a `ConnectionLost`. */
  lost: AbortSignal;
  /**
   * Sends one statement and waits for its answer; calls that overlap are sent one after the other.
   *
   * @throws ConnectionLost: the connection died before or during the statement, or the deadline passed
   */
  run: Send;
  ageMs: () => number;
  /** Says goodbye to the server; for connections at rest. */
  end: () => Promise<void>;
  /** Cuts the connection at once; statements under way fail with `ConnectionLost`. */
  destroy: (reason?: ConnectionLost) => void;
}

const DEADLINE_MS = 10_000;

/**
 * Opens a slot. The connection itself is made with the first statement.
 *
 * @remarks The driver alone would send what comes after a lost connection over a new one, where a transaction's next
 * statement commits by itself, or write to a socket that is gone and end the process (porsager/postgres 1155). So a slot
 * is one driver client with one connection and one socket for its whole life: the first sign of a loss closes the slot,
 * statements are handed to the driver one at a time (its own queue would survive the loss), and a second socket is refused.
 */
export function openSlot(options: SlotOptions): Slot {
  const losing = new AbortController();
  const lost = losing.signal;
  const sockets = socketMaker(lost, destroy);
  const sql = postgres(
    options.url,
    driverOptions(options, sockets.make, () => destroy(new ConnectionLost('closed', true))),
  );
  matchValuesToDrizzle(sql.options);
  const bornAt = performance.now();
  let turn: Promise<unknown> = Promise.resolve();

  function destroy(reason = new ConnectionLost('closed', false)): void {
    if (!lost.aborted) losing.abort(reason);
    sockets.cut();
  }

  async function end(): Promise<void> {
    losing.abort(new ConnectionLost('closed', false));
    await sql.end({ timeout: 1 }).catch(() => undefined);
    sockets.cut();
  }

  const run: Send = (statement, params, shape) => {
    const answer = turn.then(() => runNow(statement, params, shape));
    turn = answer.catch(() => undefined);
    return answer;
  };

  async function runNow(statement: string, params: readonly unknown[], shape: RowShape): Promise<SlotRows> {
    if (lost.aborted) throw new ConnectionLost('closed', false, lost.reason);
    const onDeadline = (): void => destroy(new ConnectionLost('deadline', true));
    const watch = watchStatement(lost, sockets.wasOpened, setTimeout(onDeadline, options.deadlineMs ?? DEADLINE_MS));
    try {
      const query = sql.unsafe(namingRequest(statement), asParameters(params));
      return await Promise.race([shape === 'values' ? query.values() : query, watch.failure]);
    } catch (thrown) {
      if (!isConnectionFault(thrown)) throw thrown;
      if (thrown instanceof ConnectionLost) throw thrown;
      const loss = new ConnectionLost('unreachable', sockets.wasOpened(), thrown);
      destroy(loss);
      throw loss;
    } finally {
      watch.stop();
    }
  }

  return { lost, run, ageMs: () => performance.now() - bornAt, end, destroy };
}

/**
 * The statement as the server shall see it: in `pg_stat_activity` and in the log of slow statements it says which request it
 * was sent for. Only here, so that whoever looks at how a statement begins sees the statement.
 */
function namingRequest(statement: string): string {
  const request = requestId();
  return request === null ? statement : `/* request=${request} */ ${statement}`;
}

/** Fails when the connection is lost, be it by the deadline, without waiting for the driver to notice. */
function watchStatement(lost: AbortSignal, wasSent: () => boolean, deadline: NodeJS.Timeout) {
  let onLost: (() => void) | null = null;
  const failure = new Promise<never>((_resolve, reject) => {
    onLost = () => reject(statementLoss(lost.reason, wasSent()));
    lost.addEventListener('abort', onLost, { once: true });
  });
  function stop(): void {
    clearTimeout(deadline);
    if (onLost !== null) lost.removeEventListener('abort', onLost);
  }
  return { failure, stop };
}

function statementLoss(reason: unknown, sent: boolean): ConnectionLost {
  const why = reason instanceof ConnectionLost ? reason.reason : 'closed';
  return new ConnectionLost(why, sent, reason);
}

type DriverOptions = postgres.Options<Record<string, never>> & { socket: (options: DriverTarget) => Promise<unknown> };

function driverOptions(options: SlotOptions, socket: DriverOptions['socket'], onclose: () => void): DriverOptions {
  return {
    max: 1,
    socket,
    onclose,
    onnotice: () => undefined,
    ...(options.onNotification === undefined ? {} : { onnotify: options.onNotification }),
    backoff: () => 0,
    connect_timeout: 2,
    // The driver's own idle and life timers would close the connection between two statements of a transaction.
    idle_timeout: 0,
    max_lifetime: null,
    fetch_types: false,
    connection: {
      application_name: options.applicationName,
      lock_timeout: 2000,
      // What is read often lies in memory. As Postgres reckons by default, for discs that turn, half of a table is read whole.
      random_page_cost: 1.1,
      idle_in_transaction_session_timeout: 10_000,
      ...(options.statementTimeoutMs === undefined ? {} : { statement_timeout: options.statementTimeoutMs }),
      ...(options.role === undefined ? {} : { role: options.role }),
    },
  };
}

/** Drizzle hands on what its columns encoded: texts, numbers, flags, lists and `null`, all of which the driver takes. */
function asParameters(params: readonly unknown[]): postgres.ParameterOrJSON<never>[] {
  return [...params] as postgres.ParameterOrJSON<never>[];
}
