import { openSlot, type Slot, type SlotOptions } from './slot.ts';

/** Something that listens until it is closed. */
export interface Listener {
  close: () => Promise<void>;
}

/** Who is told. Neither may throw. */
export interface ListenerCalls {
  onPayload: (payload: string) => void;
  /** Called after each connect and reconnect. */
  onConnected: () => void;
}

const PAUSE_MS_MIN = 100;
const PAUSE_MS_MAX = 2000;
/** A silent connection is asked for a sign of life, since a cut cable does not close a socket. */
const SIGN_OF_LIFE_MS = 15_000;

/** Listens to one channel over a connection of its own and opens a new one whenever it is lost, until it is closed. */
export function keepListening(options: SlotOptions, channel: string, calls: ListenerCalls): Listener {
  const closing = new AbortController();
  let slot: Slot | null = null;

  async function listenOnce(): Promise<void> {
    const current = openSlot({
      ...options,
      onNotification: (_channel, payload) => tell(() => calls.onPayload(payload)),
    });
    slot = current;
    try {
      await current.run(`listen "${channel.replaceAll('"', '""')}"`, [], 'rows');
      tell(calls.onConnected);
      while (!current.lost.aborted) {
        await sleep(SIGN_OF_LIFE_MS, current.lost);
        if (!current.lost.aborted) await current.run('select 1', [], 'rows');
      }
    } finally {
      current.destroy();
    }
  }

  async function listenOn(): Promise<void> {
    let pauseMs = PAUSE_MS_MIN;
    while (!closing.signal.aborted) {
      const since = performance.now();
      // Why it failed does not matter: the only answer to any failure is the next try.
      await listenOnce().catch(() => undefined);
      pauseMs = performance.now() - since > PAUSE_MS_MAX ? PAUSE_MS_MIN : Math.min(pauseMs * 2, PAUSE_MS_MAX);
      await sleep(pauseMs, closing.signal);
    }
  }

  const ended = listenOn();

  async function close(): Promise<void> {
    closing.abort();
    await slot?.end();
    await ended;
  }

  return { close };
}

/** A listener that throws would be caught by the driver and taken for a broken connection. */
function tell(call: () => void): void {
  try {
    call();
  } catch (thrown) {
    process.emitWarning(thrown instanceof Error ? thrown : String(thrown));
  }
}

function sleep(ms: number, until: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (until.aborted) {
      resolve();
      return;
    }
    const timer = setTimeout(done, ms);
    until.addEventListener('abort', done, { once: true });
    function done(): void {
      clearTimeout(timer);
      until.removeEventListener('abort', done);
      resolve();
    }
  });
}
