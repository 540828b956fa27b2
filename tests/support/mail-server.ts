import { createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A mail as a server took it. */
export interface TakenMail {
  from: string;
  to: string[];
  /** Headers and body as they came. */
  raw: string;
}

/** A mail server that does as it is told. */
export interface MailServer {
  url: string;
  taken: TakenMail[];
  /** What it says to the next recipients, instead of taking them; `hang up` ends the connection. */
  refusals: string[];
  /** How often somebody connected. */
  calls: number;
}

/** Starts a mail server that ends with the test. */
export async function startMailServer(): Promise<MailServer> {
  const sockets = new Set<Socket>();
  const server: MailServer = { url: '', taken: [], refusals: [], calls: 0 };
  const listening = createServer((socket) => {
    server.calls += 1;
    sockets.add(socket);
    socket.on('error', () => undefined);
    converse(socket, server);
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  const address = listening.address();
  server.url = `smtp://127.0.0.1:${String(typeof address === 'object' && address !== null ? address.port : 0)}`;
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    listening.close();
  });
  return server;
}

function converse(socket: Socket, server: MailServer): void {
  let mail: TakenMail = { from: '', to: [], raw: '' };
  let isInBody = false;
  let rest = '';
  const say = (line: string) => socket.write(`${line}\r\n`);
  const hear = (line: string) => {
    if (isInBody) {
      if (line !== '.') {
        mail.raw += `${line}\n`;
        return;
      }
      isInBody = false;
      server.taken.push(mail);
      mail = { from: '', to: [], raw: '' };
      say('250 taken');
      return;
    }
    if (line.startsWith('MAIL FROM:')) mail.from = line.slice(10).replaceAll(/[<>]| .*/gu, '');
    if (line.startsWith('RCPT TO:')) {
      const refusal = server.refusals.shift();
      if (refusal === 'hang up') {
        socket.destroy();
        return;
      }
      if (refusal !== undefined) {
        say(refusal);
        return;
      }
      mail.to.push(line.slice(8).replaceAll(/[<>]/gu, ''));
    }
    isInBody = line === 'DATA';
    say(isInBody ? '354 go on' : line === 'QUIT' ? '221 bye' : '250 fine');
  };
  say('220 ready');
  socket.on('data', (chunk) => {
    const lines = (rest + chunk.toString('utf8')).split('\r\n');
    rest = lines.pop() ?? '';
    lines.forEach((line) => hear(line));
  });
}
