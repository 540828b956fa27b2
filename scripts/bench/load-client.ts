import { connect, type Socket } from 'node:net';
import { z } from 'zod';

/**
 * Asks for some addresses of one server in turn, over and over, on a number of connections, and prints how often and how
 * quickly it was answered: `load-client.ts SECONDS CONNECTIONS ENCODING URL…`. It reads no more of an answer than its status
 * and length, because a client that works as hard as the server would measure itself.
 */
const [seconds, connections, encoding, ...urls] = z
  .tuple([z.coerce.number().positive(), z.coerce.number().int().positive(), z.string()])
  .rest(z.url())
  .parse(process.argv.slice(2));

const addresses = urls.map((url) => new URL(url));
const { hostname, host, port } = addresses[0] ?? new URL('http://localhost');
const requests = addresses.map(
  ({ pathname }) => `GET ${pathname} HTTP/1.1\r\nhost: ${host}\r\naccept-encoding: ${encoding}\r\n\r\n`,
);
const since = performance.now();
const until = since + seconds * 1000;
const times: number[] = [];
let failed = 0;
let turn = 0;

await Promise.all(Array.from({ length: connections }, async () => askOverAndOver()));
const took = (performance.now() - since) / 1000;
const sorted = times.toSorted((one, other) => one - other);
const p99Ms = sorted[Math.max(0, Math.ceil(sorted.length * 0.99) - 1)] ?? 0;
console.log(JSON.stringify({ answers: times.length, seconds: took, failed, p99Ms }));

async function askOverAndOver(): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) });
    let sentAt = 0;
    function send(): void {
      sentAt = performance.now();
      turn += 1;
      socket.write(requests[turn % requests.length] ?? '');
    }
    onAnswer(socket, (status) => {
      times.push(performance.now() - sentAt);
      if (status !== 200) failed += 1;
      if (performance.now() < until) {
        send();
      } else {
        socket.destroy();
        resolve();
      }
    });
    socket.once('error', reject);
    socket.once('end', () => {
      reject(new Error('the server closed a connection'));
    });
    send();
  });
}

/** Calls back after each complete answer. Requests are never sent ahead, so an answer ends where its bytes do. */
function onAnswer(socket: Socket, call: (status: number) => void): void {
  let head = Buffer.alloc(0);
  let missing = 0;
  let status = 0;
  socket.on('data', (chunk: Buffer) => {
    if (missing > 0) {
      missing -= chunk.length;
    } else {
      head = Buffer.concat([head, chunk]);
      const end = head.indexOf('\r\n\r\n');
      if (end === -1) return;
      const said = readHead(head.toString('latin1', 0, end));
      status = said.status;
      missing = said.length - (head.length - end - 4);
      head = Buffer.alloc(0);
    }
    if (missing === 0) call(status);
  });
}

function readHead(head: string): { status: number; length: number } {
  const status = /^HTTP\/1\.1 (\d{3})/u.exec(head)?.[1];
  const length = /^content-length: (\d+)\r?$/imu.exec(head)?.[1];
  if (status === undefined || length === undefined) throw new Error(`unexpected answer:\n${head}`);
  return { status: Number(status), length: Number(length) };
}
