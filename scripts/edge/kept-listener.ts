import type { Server } from 'node:http';
import { z } from 'zod';
import { env } from '#platform/env.ts';

/**
 * The socket on which readers come is kept by whoever starts the edge: while the edge is started again, readers wait for a
 * moment and are not refused. Linux queues their connections as long as somebody holds the socket.
 */
export const listenerMessage = z.object({ listener: z.enum(['wanted', 'given', 'none']) });

const ANSWER_MS_MAX = 1000;

/** The socket that was kept for this process; `null` where it has to take the port itself. */
export async function takeListener(): Promise<object | null> {
  if (!isKept()) return null;
  return new Promise((resolve) => {
    const late = setTimeout(() => done(null), ANSWER_MS_MAX);
    process.on('message', hear);
    process.send?.({ listener: 'wanted' });

    function hear(message: unknown, socket: unknown): void {
      const { success, data } = listenerMessage.safeParse(message);
      if (success) done(data.listener === 'given' && typeof socket === 'object' ? socket : null);
    }
    function done(socket: object | null): void {
      clearTimeout(late);
      process.off('message', hear);
      resolve(socket);
    }
  });
}

/** Gives the socket of a server that listens to whoever started this process, to be kept. */
export function giveListener(server: Server): void {
  if (isKept()) process.send?.({ listener: 'given' }, socketOf(server));
}

/** Whoever starts programs and keeps no sockets would hold the port of one that has ended. */
function isKept(): boolean {
  return env().LISTENER_KEPT !== undefined && process.send !== undefined;
}

/** Node keeps it under this name; its own cluster sends it in the same way. Sent as a server, the other side would answer, too. */
function socketOf(server: Server): Server {
  return Reflect.get(server, '_handle') as Server;
}
