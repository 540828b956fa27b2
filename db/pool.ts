import { keepRequest, requestId } from '#platform/request-context.ts';
import { ConnectionLost, findErrorCode } from './connection-lost.ts';
import { databaseOver, refuseSessionControl, type Database } from './database.ts';
import { createSlots, type Slots, type SlotsOptions, type SlotStats } from './slots.ts';
import type { Send, Slot } from './slot.ts';

export type { Database } from './database.ts';

/** What a pool did and is doing. */
export interface PoolStats extends SlotStats {
  /** Statements since the start, BEGIN and COMMIT not counted. */
  statements: number;
}

/** The guarded connections themselves, before drizzle. */
export interface Connections {
  /** Sends one statement over a connection of its own. */
  send: Send;
  /** Runs `work` between BEGIN and COMMIT, under the rules of `Doors.transaction`. */
  transact: <T>(work: (send: Send) => Promise<T>) => Promise<T>;
  /** Ends all connections; work under way has five seconds to finish. */
  close: () => Promise<void>;
  stats: () => PoolStats;
}

/** How the database is asked. */
export interface Doors {
  /** For single statements; each takes a connection of its own. To be asked for anew in each request. */
  readonly db: Database;
  /**
   * Runs `work` in one transaction and commits it. After a deadlock or a serialisation failure `work` runs once more from
   * the start, so it must change nothing outside of the database. A statement that failed fails the whole transaction,
   * even where `work` caught its error: Postgres would not commit it either.
   *
   * @throws ConnectionLost: the connection died. Nothing was written, except where the loss came with the answer to
   * COMMIT; then nobody knows (`sent` is true)
   */
  transaction: <T>(work: (tx: Database) => Promise<T>) => Promise<T>;
}

/** Connections behind a guard: a transaction whose connection dies can neither leave a row behind nor end the process. */
export type GuardedPool = Doors & Pick<Connections, 'close' | 'stats'>;

/** Makes a pool. No connection is opened before the first statement. */
export function createGuardedPool(options: SlotsOptions): GuardedPool {
  const connections = createConnections(options);
  const { close, stats } = connections;
  return Object.assign(
    openDoors(connections, (thrown) => thrown),
    { close, stats },
  );
}

/**
 * The doors to connections that may be shared with other bundles of the same process; drizzle and the errors are those
 * of the caller's own bundle.
 *
 * @param translate - turns what a failed statement or transaction threw into what its caller shall see
 */
export function openDoors({ send, transact }: Connections, translate: (thrown: unknown) => unknown): Doors {
  async function transaction<T>(work: (tx: Database) => Promise<T>): Promise<T> {
    try {
      return await transact((sendInside) => work(databaseOver(keepRequest(sendInside), translate)));
    } catch (thrown) {
      throw translate(thrown);
    }
  }
  const shared = databaseOver(send, translate);
  return {
    get db() {
      return requestId() === null ? shared : databaseOver(keepRequest(send), translate);
    },
    transaction,
  };
}

/** Makes the guarded connections of a pool. */
export function createConnections(options: SlotsOptions): Connections {
  const slots = createSlots(options);
  let statements = 0;

  const send: Send = async (...call) => {
    refuseSessionControl(call[0]);
    statements += 1;
    return twice(
      (fresh) => useSlot(slots, fresh, (slot) => slot.run(...call)),
      (thrown) => isBroken(thrown) && (!thrown.sent || isRead(call[0])),
    );
  };

  async function attempt<T>(work: (send: Send) => Promise<T>): Promise<T> {
    // Nothing has been done before BEGIN is answered, so a connection that died in its sleep may be replaced.
    const slot = await twice((fresh) => takeBegun(slots, fresh), isBroken);
    const open = openTransaction(slot, () => (statements += 1));
    try {
      return await open.run(() => work(open.send));
    } finally {
      slots.give(slot);
    }
  }

  return {
    send,
    transact: (work) => twice(() => attempt(work), isWorthRepeating),
    close: () => slots.close(),
    stats: () => ({ ...slots.stats(), statements }),
  };
}

/** One transaction on a connection on which BEGIN was answered. */
function openTransaction(slot: Slot, onStatement: () => void) {
  let state: 'open' | 'committing' | 'over' = 'open';
  let failure: unknown = null;

  const send: Send = async (...call) => {
    if (state !== 'open') throw new Error('the transaction is over; this statement came too late');
    onStatement();
    try {
      refuseSessionControl(call[0]);
      return await slot.run(...call);
    } catch (thrown) {
      failure ??= thrown;
      throw thrown;
    }
  };

  async function commit(): Promise<void> {
    // What the work threw is thrown on as it is.
    // oxlint-disable-next-line typescript/only-throw-error
    if (failure !== null) throw failure;
    state = 'committing';
    const { command } = await slot.run('commit', [], 'rows');
    // Postgres answers ROLLBACK, without an error, where a statement nobody waited for had failed before.
    if (command !== 'COMMIT') throw new Error('the transaction was rolled back by the server', { cause: failure });
  }

  /** What the transaction fails with: a loss or a deadlock decides, whatever the work made of it. */
  function verdict(thrown: unknown): unknown {
    if (state === 'committing') return thrown;
    if (slot.lost.aborted) return notWritten(slot.lost.reason);
    return isWorthRepeating(failure) ? failure : thrown;
  }

  async function run<T>(work: () => Promise<T>): Promise<T> {
    const watch = watchLoss(slot);
    try {
      const result = await Promise.race([work(), watch.loss]);
      await commit();
      return result;
    } catch (thrown) {
      const reason = verdict(thrown);
      state = 'over';
      await rollBack(slot);
      throw reason;
    } finally {
      state = 'over';
      watch.stop();
    }
  }

  return { run, send };
}

/** A loss before COMMIT was sent: whatever the server had done until then, it undid. */
function notWritten(reason: unknown): ConnectionLost {
  return new ConnectionLost(reason instanceof ConnectionLost ? reason.reason : 'closed', false, reason);
}

async function rollBack(slot: Slot): Promise<void> {
  if (slot.lost.aborted) return;
  await slot.run('rollback', [], 'rows').catch(() => slot.destroy());
}

/** Fails as soon as the connection is lost, so that work which never ends cannot hold its place in the pool. */
function watchLoss(slot: Slot) {
  let onLost: (() => void) | null = null;
  const loss = new Promise<never>((_resolve, reject) => {
    onLost = () => reject(slot.lost.reason);
    slot.lost.addEventListener('abort', onLost, { once: true });
  });
  // The loss may come after the race was won, while COMMIT is under way.
  loss.catch(() => undefined);
  function stop(): void {
    if (onLost !== null) slot.lost.removeEventListener('abort', onLost);
  }
  return { loss, stop };
}

async function takeBegun(slots: Slots, fresh: boolean): Promise<Slot> {
  const slot = await slots.take(fresh);
  try {
    await slot.run('begin', [], 'rows');
    return slot;
  } catch (thrown) {
    slot.destroy();
    slots.give(slot);
    throw thrown;
  }
}

async function useSlot<T>(slots: Slots, fresh: boolean, work: (slot: Slot) => Promise<T>): Promise<T> {
  const slot = await slots.take(fresh);
  try {
    return await work(slot);
  } finally {
    slots.give(slot);
  }
}

async function twice<T>(once: (again: boolean) => Promise<T>, mayRepeat: (thrown: unknown) => boolean): Promise<T> {
  try {
    return await once(false);
  } catch (thrown) {
    if (!mayRepeat(thrown)) throw thrown;
    return once(true);
  }
}

/** A connection that broke; where none could be made at all, or none answers, another try would only take longer. */
function isBroken(thrown: unknown): thrown is ConnectionLost {
  return thrown instanceof ConnectionLost && thrown.reason === 'closed';
}

/** A read is harmless to repeat even when it was sent; calling functions that change something belongs in a transaction. */
function isRead(statement: string): boolean {
  return /^\s*select\b/iu.test(statement);
}

/** Only failures that Postgres itself undid completely and asks to repeat: deadlock, serialisation. */
function isWorthRepeating(thrown: unknown): boolean {
  const code = findErrorCode(thrown);
  return code === '40P01' || code === '40001';
}
