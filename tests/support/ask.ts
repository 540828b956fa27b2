import { type IncomingHttpHeaders, type IncomingMessage, type OutgoingHttpHeaders, request } from 'node:http';
import { connect, type Socket } from 'node:net';
import { buffer } from 'node:stream/consumers';

/** An answer, read to its end. */
export interface Answered {
  status: number;
  headers: IncomingHttpHeaders;
  body: Buffer;
  text: string;
}

interface Question {
  method?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
}

/** Asks a server of this machine, on a connection of its own, with exactly these headers. */
export async function ask(
  port: number,
  path: string,
  { method = 'GET', headers = {}, body }: Question = {},
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const host = `localhost:${String(port)}`;
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { host, ...headers }, agent: false });
    asked.once('error', reject);
    asked.once('response', (response) => void readAnswer(response).then(resolve, reject));
    asked.end(body);
  });
}

async function readAnswer(response: IncomingMessage): Promise<Answered> {
  const { statusCode: status = 0, headers } = response;
  const body = await buffer(response);
  return { status, headers, body, text: body.toString('utf8') };
}

/** A bare connection to a server of this machine. */
export interface Talk {
  socket: Socket;
  /** All that came so far. */
  said: () => string;
  /** Resolves when the other side has ended. */
  ended: Promise<void>;
}

/** Opens a bare connection. What it meets with is for the test to say, so errors end it quietly. */
export async function talk(port: number, words = ''): Promise<Talk> {
  const socket = connect({ host: '127.0.0.1', port, allowHalfOpen: true });
  let said = '';
  socket.on('data', (bytes) => {
    said += bytes.toString('latin1');
  });
  const ended = new Promise<void>((resolve) => {
    socket.once('end', resolve);
    socket.once('close', () => resolve());
  });
  socket.on('error', () => undefined);
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  if (words !== '') socket.write(words, 'latin1');
  return { socket, said: () => said, ended };
}
