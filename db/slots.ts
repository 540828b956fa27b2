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
  const idle = idleShelf(options.idleMsMax ?? IDLE_MS, retire);
  const line = waitingLine(options.waitMsMax ?? WAIT_MS);
  const busy = new Set<Slot>();
  const ending = new Set<Promise<void>>();
  let isClosed = false;
  let lost = 0;

  function open(): Slot {
    const slot = openSlot(options);
    slot.lost.addEventListener('abort', () => {
      if (idle.remove(slot) || busy.has(slot)) lost += 1;
    });
    return slot;
  }

  function claim(slot: Slot): Slot {
    busy.add(slot);
    return slot;
  }

  function retire(slot: Slot): void {
    idle.remove(slot);
    busy.delete(slot);
    const end = slot.end().finally(() => ending.delete(end));
    ending.add(end);
  }

  /** A slot for the caller alone. With `fresh`, one whose connection was never used. */
  async function take(fresh: boolean): Promise<Slot> {
    if (isClosed) throw closedPool();
    const rested = idle.takeNewest();
    if (rested !== null && fresh) retire(rested);
    if (rested === null && busy.size >= options.max) return line.wait();
    return claim(rested === null || fresh ? open() : rested);
  }

  /** Gives a slot back. A lost one is forgotten, and the next waiter gets a new one. */
  function give(slot: Slot): void {
    busy.delete(slot);
    const isUsable = !slot.lost.aborted && !isClosed && slot.ageMs() < LIFE_MS;
    if (!isUsable && !slot.lost.aborted) retire(slot);
    const serve = line.next();
    if (serve !== null) serve(claim(isUsable ? slot : open()));
    else if (isUsable) idle.put(slot);
  }

  /** Ends all connections. Work under way may finish within the grace, then it is cut off. */
  async function close(graceMs = 5000): Promise<void> {
    isClosed = true;
    line.refuseAll(closedPool());
    for (const slot of idle.all()) retire(slot);
    await waitFor(() => busy.size === 0, graceMs);
    for (const slot of busy) slot.destroy();
    await Promise.all(ending);
  }

  const stats = (): SlotStats => ({ idle: idle.all().length, busy: busy.size, waiting: line.length(), lost });
  return { take, give, close, stats };
}

/** The slots of a pool. */
export type Slots = ReturnType<typeof createSlots>;

/** Connections at rest; one that rests too long is retired. */
function idleShelf(msMax: number, retire: (slot: Slot) => void) {
  const timers = new Map<Slot, NodeJS.Timeout>();

  function remove(slot: Slot): boolean {
    clearTimeout(timers.get(slot));
    return timers.delete(slot);
  }

  /** The one used last: its connection is the likeliest to be alive, and the others may rest until they are retired. */
  function takeNewest(): Slot | null {
    const slot = [...timers.keys()].at(-1) ?? null;
    if (slot !== null) remove(slot);
    return slot;
  }

  const put = (slot: Slot): void => void timers.set(slot, setTimeout(() => retire(slot), msMax).unref());
  return { put, remove, takeNewest, all: () => [...timers.keys()] };
}

/** Those who wait for a connection, in order; nobody waits for ever. */
function waitingLine(msMax: number) {
  const line = new Set<{ serve: (slot: Slot) => void; refuse: (reason: ConnectionLost) => void }>();

  function wait(): Promise<Slot> {
    return new Promise((resolve, reject) => {
      const leave = (): void => {
        clearTimeout(timer);
        line.delete(waiter);
      };
      const waiter = {
        serve: (slot: Slot) => {
          leave();
          resolve(slot);
        },
        refuse: (reason: ConnectionLost) => {
          leave();
          reject(reason);
        },
      };
      const timer = setTimeout(() => waiter.refuse(new ConnectionLost('noneFree', false)), msMax);
      line.add(waiter);
    });
  }

  function refuseAll(reason: ConnectionLost): void {
    for (const waiter of line) waiter.refuse(reason);
  }

  return { wait, refuseAll, next: () => [...line][0]?.serve ?? null, length: () => line.size };
}

function closedPool(): ConnectionLost {
  return new ConnectionLost('closed', false, new Error('the pool is closed'));
}

async function waitFor(isReached: () => boolean, msMax: number): Promise<void> {
  const until = performance.now() + msMax;
  while (!isReached() && performance.now() < until) await new Promise((resolve) => setTimeout(resolve, 20));
}
