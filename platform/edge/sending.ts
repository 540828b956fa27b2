import type { IncomingMessage, ServerResponse } from 'node:http';
import { codingsTakenBy } from './accept-encoding.ts';
import { type Answer, chooseCoding, headerOf, headFor, isSameVersion } from './answer.ts';
import { type PartOfFile, readRange } from './byte-range.ts';

/** A request and the answer to it. */
export interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
}

/** Sends a kept answer: in the coding that the reader takes, or only the word that the reader has it already. */
export function sendAnswer({ request, response }: Exchange, answer: Answer): void {
  const { 'if-none-match': ifNoneMatch, range } = request.headers;
  const coding = chooseCoding(answer, codingsTakenBy(request.headers['accept-encoding']));
  if (ifNoneMatch !== undefined && answer.status === 200 && isSameVersion(answer, ifNoneMatch)) {
    response.writeHead(304, only(headFor(answer, coding), UNMODIFIED));
    response.end();
    return;
  }
  const part = range === undefined ? null : partOf(request, answer, range);
  if (part !== null) {
    sendPart({ request, response }, answer, part);
    return;
  }
  response.writeHead(answer.status, headFor(answer, coding));
  response.end(request.method === 'HEAD' ? undefined : answer.bodies[coding]);
}

/** Sends a kept page in place of another, such as the one that says that nothing is here. It is made for no address, so nobody keeps it. */
export function sendInstead(
  { request, response }: Exchange,
  answer: Answer,
  { status, headers }: { status: number; headers: readonly string[] },
): void {
  const coding = chooseCoding(answer, codingsTakenBy(request.headers['accept-encoding']));
  const own = without(without(headFor(answer, coding), 'cache-control'), 'etag');
  response.writeHead(status, [...own, 'cache-control', 'no-store', ...headers]);
  response.end(request.method === 'HEAD' ? undefined : answer.bodies[coding]);
}

/** What a reader who has the body already has to be told again: RFC 9110, section 15.4.5. */
const UNMODIFIED = new Set(['cache-control', 'etag', 'vary']);

/** The part that is asked for, where the file comes in parts and the reader's beginning is of this version. */
function partOf({ headers, method }: IncomingMessage, answer: Answer, range: string): PartOfFile | null {
  const body = answer.bodies.identity;
  if (method !== 'GET' || body === null || headerOf(answer, 'accept-ranges') === null) return null;
  const ifRange = headers['if-range'];
  return ifRange === undefined || ifRange === `"${answer.etag}"` ? readRange(range, body.length) : null;
}

function sendPart({ response }: Exchange, answer: Answer, part: PartOfFile): void {
  const body = answer.bodies.identity ?? Buffer.alloc(0);
  const head = without(headFor(answer, 'identity'), 'content-length');
  const length = String(body.length);
  if (part === 'outside') {
    response.writeHead(416, [...head, 'content-range', `bytes */${length}`, 'content-length', '0']);
    response.end();
    return;
  }
  const { from, to } = part;
  head.push('content-range', `bytes ${String(from)}-${String(to)}/${length}`, 'content-length', String(to - from + 1));
  response.writeHead(206, head);
  response.end(body.subarray(from, to + 1));
}

function only(headers: readonly string[], names: ReadonlySet<string>): string[] {
  return headers.filter((_part, at) => names.has(headers[at - (at % 2)] ?? ''));
}

function without(headers: readonly string[], name: string): string[] {
  return headers.filter((_part, at) => headers[at - (at % 2)] !== name);
}
