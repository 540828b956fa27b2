import { ConnectionLost } from './connection-lost.ts';
import { openSlot, type Slot, type SlotOptions } from './slot.ts';

/** How a set of slots is made. */
export interface SlotsOptions extends SlotOptions {
  /** The most connections at one time. */
  max: number;
  /** The longest wait for a free connection. */
  waitMsMax?: number;
  /** How long a connection may lie idle before it is given back to the server. */
  idleMsMax?: number;
}

/** What the connections are doing. */
export interface SlotStats {
  idle: number;
  busy: number;
  waiting: number;
  /** Connections lost since the start, closed ones not counted. */
  lost: number;
}

const WAIT_MS = 5000;
const IDLE_MS = 60_000;
/** A connection is renewed now and then, so that a server that moved or was resized is found again. */
const LIFE_MS = 30 * 60_000;

/** The slots of a pool: handed out one at a time, lost ones replaced, waiters served in order. */
export function createSlots(options: SlotsOptions) {
  const idle = new Map<Slot, NodeJS.Timeout>();
  const busy = new Set<Slot>();
  const born = new WeakMap<Slot, number>();
  const waiting: { serve: (slot: Slot) => void; refuse: (reason: ConnectionLost) => void }[] = [];
  const ending = new Set<Promise<void>>();
  const closing = new AbortController();
  let lost = 0;

  function open(): Slot {
    const slot = openSlot(options);
    born.set(slot, performance.now());
    slot.lost.addEventListener('abort', () => {
      if (busy.has(slot) || idle.has(slot)) lost += 1;
      leaveIdle(slot);
    });
    return slot;
  }

  function leaveIdle(slot: Slot): void {
    clearTimeout(idle.get(slot));
    idle.delete(slot);
  }

  function retire(slot: Slot): void {
    leaveIdle(slot);
    const end = slot.end().finally(() => ending.delete(end));
    ending.add(end);
  }

  /** A slot for the caller alone. With `fresh`, one whose connection was never used. */
  async function take(fresh: boolean): Promise<Slot> {
    if (closing.signal.aborted) throw new ConnectionLost('closed', false, new Error('the pool is closed'));
    let slot = newestIdle();
    if (slot !== null && fresh) {
      retire(slot);
      slot = null;
    }
    if (slot === null && busy.size >= options.max) return wait();
    slot ??= open();
    leaveIdle(slot);
    busy.add(slot);
    return slot;
  }

  /** The one used last: its connection is the likeliest to be alive, and the others may rest until they are retired. */
  function newestIdle(): Slot | null {
    return [...idle.keys()].at(-1) ?? null;
  }

  function wait(): Promise<Slot> {
    return new Promise((resolve, reject) => {
      const waiter = {
        serve: (slot: Slot) => {
          clearTimeout(timer);
          resolve(slot);
        },
        refuse: (reason: ConnectionLost) => {
          clearTimeout(timer);
          waiting.splice(waiting.indexOf(waiter), 1);
          reject(reason);
        },
      };
      const timer = setTimeout(
        () => waiter.refuse(new ConnectionLost('noneFree', false)),
        options.waitMsMax ?? WAIT_MS,
      );
      waiting.push(waiter);
    });
  }

  /** Gives a slot back. A lost one is forgotten, and the next waiter gets a new one. */
  function give(slot: Slot): void {
    busy.delete(slot);
    const next = waiting.shift();
    const worn = performance.now() - (born.get(slot) ?? 0) > LIFE_MS;
    const usable = !slot.lost.aborted && !worn && !closing.signal.aborted;
    if (!usable && !slot.lost.aborted) retire(slot);
    if (next !== undefined) {
      const served = usable ? slot : open();
      busy.add(served);
      next.serve(served);
    } else if (usable) {
      idle.set(slot, setTimeout(() => retire(slot), options.idleMsMax ?? IDLE_MS).unref());
    }
  }

  /**
   * Ends all connections. Work under way may finish within the grace, then it is cut off.
   */
  async function close(graceMs = 5000): Promise<void> {
    closing.abort();
    for (const waiter of [...waiting])
      waiter.refuse(new ConnectionLost('closed', false, new Error('the pool is closed')));
    for (const slot of [...idle.keys()]) retire(slot);
    await untilAllAreBack(graceMs);
    for (const slot of busy) slot.destroy();
    await Promise.all(ending);
  }

  async function untilAllAreBack(graceMs: number): Promise<void> {
    const until = performance.now() + graceMs;
    while (busy.size > 0 && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
  }

  function stats(): SlotStats {
    return { idle: idle.size, busy: busy.size, waiting: waiting.length, lost };
  }

  return { take, give, close, stats };
}

/** The slots of a pool. */
export type Slots = ReturnType<typeof createSlots>;
