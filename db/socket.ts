import net from 'node:net';
import { ConnectionLost } from './connection-lost.ts';

const CONNECT_MS_MAX = 2000;

/** Where the driver wants to connect to, after it has read the address. */
export interface DriverTarget {
  host: string[];
  port: number[];
  path: string | false;
}

/**
 * Makes the one socket of a slot and can cut it at any time.
 *
 * @param lost - no socket is made after it was aborted
 * @param onLost - told in the tick in which the socket closes or cannot be opened
 */
export function socketMaker(lost: AbortSignal, onLost: (reason: ConnectionLost) => void) {
  let current: net.Socket | null = null;
  let opened = false;

  /** The driver asks for a socket when it connects and again whenever it would reconnect; only the first gets one. */
  async function make(target: DriverTarget): Promise<net.Socket> {
    try {
      if (opened || lost.aborted) throw new ConnectionLost('closed', opened, lost.reason);
      current = await firstThatAnswers(target, (socket) => {
        current = socket;
        // The slot may have been thrown away while the connection was being made.
        if (lost.aborted) socket.destroy();
      });
      opened = true;
      current.once('close', () => onLost(new ConnectionLost('closed', true)));
      return current;
    } catch (thrown) {
      const loss = thrown instanceof ConnectionLost ? thrown : new ConnectionLost('unreachable', false, thrown);
      onLost(loss);
      throw loss;
    }
  }

  return { make, cut: () => void current?.destroy(), wasOpened: () => opened };
}

/** The first host of the address that takes a connection; several are tried in order, as the address names them. */
async function firstThatAnswers(target: DriverTarget, onTry: (socket: net.Socket) => void): Promise<net.Socket> {
  let failure: unknown = null;
  for (const [place, host] of target.host.entries()) {
    const port = target.port[place] ?? target.port[0] ?? 5432;
    const socket = net.connect(target.path === false ? { host, port } : { path: target.path });
    // The driver reads the name of the host for TLS from the socket.
    Object.assign(socket, { host, port });
    onTry(socket);
    try {
      return await opening(socket);
    } catch (thrown) {
      failure = thrown;
    }
  }
  throw failure;
}

function opening(socket: net.Socket): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.destroy(Object.assign(new Error('no connection in time'), { code: 'CONNECT_TIMEOUT' }));
    }, CONNECT_MS_MAX);
    socket.once('connect', () => {
      clearTimeout(timer);
      resolve(socket);
    });
    // Stays for the socket's life: an error without a listener would end the process.
    socket.on('error', reject);
    socket.once('close', () => {
      clearTimeout(timer);
      reject(new Error('closed while connecting'));
    });
  });
}
