import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import { codingsTakenBy } from './accept-encoding.ts';
import { type Answer, chooseCoding, type Coding, headFor } from './answer.ts';

/** Heads as they go over the line, without what changes with the time. */
const heads = new WeakMap<Answer, Record<Coding, string>>();

const A_SECOND_MS = 1000;
let ending = '';
let endingUntil = 0;

/**
 * Sends a kept answer over a connection that stays, with a head that was written beforehand. Node checks and joins the lines of a
 * head for each answer anew, which is a tenth of all that a hit costs (docs/performance.md).
 *
 * @param keepAliveMs - how long the connection may wait for the next request
 * @returns `false` where something about the request or the connection wants the long way
 *
 * @remarks Sets the field in which Node itself puts the head that it has joined (`_header`, the same in Node 20 to 24); a test
 * compares what goes over the line with the long way.
 */
export function sendQuickly(
  { request, response }: { request: IncomingMessage; response: ServerResponse },
  answer: Answer,
  keepAliveMs: number,
): boolean {
  const { 'if-none-match': ifNoneMatch, range, 'accept-encoding': acceptEncoding } = request.headers;
  if (ifNoneMatch !== undefined || range !== undefined || !response.shouldKeepAlive) return false;
  const coding = chooseCoding(answer, codingsTakenBy(acceptEncoding));
  const known = heads.get(answer) ?? writeHeads(answer);
  response.statusCode = answer.status;
  Reflect.set(response, '_header', known[coding] + endingAt(Date.now(), keepAliveMs));
  response.end(answer.bodies[coding]);
  return true;
}

function writeHeads(answer: Answer): Record<Coding, string> {
  const made = {
    br: writeHead(answer, 'br'),
    gzip: writeHead(answer, 'gzip'),
    identity: writeHead(answer, 'identity'),
  };
  heads.set(answer, made);
  return made;
}

function writeHead(answer: Answer, coding: Coding): string {
  const lines = headFor(answer, coding).map((part, at) => (at % 2 === 0 ? `${part}: ` : `${part}\r\n`));
  return `HTTP/1.1 ${String(answer.status)} ${STATUS_CODES[answer.status] ?? ''}\r\n${lines.join('')}`;
}

function endingAt(now: number, keepAliveMs: number): string {
  if (now >= endingUntil) {
    endingUntil = now - (now % A_SECOND_MS) + A_SECOND_MS;
    const seconds = String(Math.floor(keepAliveMs / A_SECOND_MS));
    const date = new Date(now).toUTCString();
    ending = `Date: ${date}\r\nConnection: keep-alive\r\nKeep-Alive: timeout=${seconds}\r\n\r\n`;
  }
  return ending;
}
