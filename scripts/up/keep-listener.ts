import type { ChildProcess, SendHandle } from 'node:child_process';
import { listenerMessage } from '#scripts/edge/kept-listener.ts';

/** Keeps the socket on which readers come, over the end of the process that answers them. */
export interface ListenerKeeper {
  /** Serves one process after the other. */
  keepFor: (child: ChildProcess) => ChildProcess;
  /** From here on the port is free. */
  release: () => void;
}

/** See `scripts/edge/kept-listener.ts`, the other side. */
export function createListenerKeeper(): ListenerKeeper {
  let kept: KeptSocket | null = null;
  return {
    keepFor: (child) => {
      child.on('message', (message: unknown, socket: unknown) => {
        const { success, data } = listenerMessage.safeParse(message);
        if (!success) return;
        if (data.listener === 'given') {
          kept?.close();
          kept = asKeptSocket(socket);
        } else if (data.listener === 'wanted') {
          answer(child, kept);
        }
      });
      return child;
    },
    release: () => {
      kept?.close();
      kept = null;
    },
  };
}

interface KeptSocket {
  close: () => void;
}

function answer(child: ChildProcess, kept: KeptSocket | null): void {
  // Whoever asked may have ended meanwhile.
  if (!child.connected) return;
  if (kept === null) child.send({ listener: 'none' });
  else child.send({ listener: 'given' }, asSendable(kept));
}

/** The edge sends nothing else with this word. */
function asKeptSocket(socket: unknown): KeptSocket | null {
  return (socket as KeptSocket | undefined) ?? null;
}

/** Node takes raw handles as well; its types know those of its own classes only. */
function asSendable(socket: KeptSocket): SendHandle {
  return socket as unknown as SendHandle;
}
