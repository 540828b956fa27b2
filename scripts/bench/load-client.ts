import { connect, type Socket } from 'node:net';
import { z } from 'zod';

/**
 * Asks for one address over and over on a number of connections and prints how often it was answered:
 * `load-client.ts URL SECONDS CONNECTIONS`. It reads no more of an answer than its length, because a client that works as
 * hard as the server would measure itself.
 */
const [url, seconds, connections] = z
  .tuple([z.url(), z.coerce.number().positive(), z.coerce.number().int().positive()])
  .parse(process.argv.slice(2));

const { hostname, host, port, pathname } = new URL(url);
const REQUEST = `GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\naccept: text/html\r\n\r\n`;
const since = performance.now();
const until = since + seconds * 1000;

const counts = await Promise.all(Array.from({ length: connections }, async () => askOverAndOver()));
const answers = counts.reduce((sum, count) => sum + count, 0);
console.log(JSON.stringify({ answers, seconds: (performance.now() - since) / 1000 }));

async function askOverAndOver(): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let answered = 0;
    onAnswer(socket, () => {
      answered += 1;
      if (performance.now() < until) {
        socket.write(REQUEST);
      } else {
        socket.destroy();
        resolve(answered);
      }
    });
    socket.once('error', reject);
    socket.once('end', () => {
      reject(new Error('the server closed a connection'));
    });
    socket.write(REQUEST);
  });
}

/** Calls back after each complete answer. Requests are never sent ahead, so an answer ends where its bytes do. */
function onAnswer(socket: Socket, call: () => void): void {
  let head = Buffer.alloc(0);
  let missing = 0;
  socket.on('data', (chunk: Buffer) => {
    if (missing > 0) {
      missing -= chunk.length;
    } else {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) return;
      missing = lengthOf(head.toString('latin1', 0, end)) - (head.length - end - 4);
      head = Buffer.alloc(0);
    }
    if (missing === 0) call();
  });
}

function lengthOf(head: string): number {
  const length = /^content-length: (\d+)$/imu.exec(head)?.[1];
  if (!head.startsWith('HTTP/1.1 200') || length === undefined) throw new Error(`unexpected answer:\n${head}`);
  return Number(length);
}
