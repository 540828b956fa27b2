import type { IncomingMessage, ServerResponse } from 'node:http';
import { codingsTakenBy } from './accept-encoding.ts';
import { type Answer, chooseCoding, type Coding, headerOf, headFor, isSameVersion } from './answer.ts';

/** Another status than the answer was kept with, and headers beside its own. */
export interface Changes {
  status?: number;
  headers?: readonly string[];
}

/** Heads are put together once for each answer and coding. */
const heads = new WeakMap<Answer, Partial<Record<Coding, string[]>>>();

/** Sends a kept answer: in the coding that the reader takes, or only the word that the reader has it already. */
export function sendAnswer(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  const ifNoneMatch = request.headers['if-none-match'];
  if (ifNoneMatch !== undefined && answer.status === 200 && isSameVersion(answer, ifNoneMatch)) {
    sendNotModified(response, answer);
    return;
  }
  const { range } = request.headers;
  if (range !== undefined && headerOf(answer, 'accept-ranges') !== null && answer.bodies.identity !== null) {
    if (sendPart(request, response, answer, range)) return;
  }
  const coding = chooseCoding(answer, codingsTakenBy(request.headers['accept-encoding']));
  response.writeHead(answer.status, headOf(answer, coding));
  if (request.method === 'HEAD') response.end();
  else response.end(answer.bodies[coding]);
}

/** Sends a kept page in place of another, such as the one that says that nothing is here. */
export function sendInstead(
  request: IncomingMessage,
  response: ServerResponse,
  answer: Answer,
  { status, headers = [] }: Changes,
): void {
  const coding = chooseCoding(answer, codingsTakenBy(request.headers['accept-encoding']));
  const own = headFor({ ...answer, headers: without(answer.headers, 'cache-control') }, coding);
  const head = [...without(own, 'etag'), 'cache-control', 'no-store', ...headers];
  response.writeHead(status ?? answer.status, head);
  if (request.method === 'HEAD') response.end();
  else response.end(answer.bodies[coding]);
}

function headOf(answer: Answer, coding: Coding): string[] {
  const known = heads.get(answer) ?? {};
  const head = known[coding] ?? headFor(answer, coding);
  if (known[coding] === undefined) heads.set(answer, { ...known, [coding]: head });
  return head;
}

function sendNotModified(response: ServerResponse, answer: Answer): void {
  const head = ['etag', `"${answer.etag}"`, 'cache-control', headerOf(answer, 'cache-control') ?? 'no-cache'];
  response.writeHead(304, [...head, 'vary', 'accept-encoding']);
  response.end();
}

/** One part of a file as it is; several at once are answered with the whole, as RFC 9110, section 14.2, allows. */
function sendPart(request: IncomingMessage, response: ServerResponse, answer: Answer, range: string): boolean {
  const body = answer.bodies.identity;
  const ifRange = request.headers['if-range'];
  if (body === null || (ifRange !== undefined && ifRange !== `"${answer.etag}"`)) return false;
  const part = readRange(range, body.length);
  if (part === null) return false;
  const head = without(
    headFor({ ...answer, bodies: { br: null, gzip: null, identity: body } }, 'identity'),
    'content-length',
  );
  if (part === 'outside') {
    response.writeHead(416, [...head, 'content-range', `bytes */${String(body.length)}`, 'content-length', '0']);
    response.end();
    return true;
  }
  const { from, to } = part;
  head.push(
    'content-range',
    `bytes ${String(from)}-${String(to)}/${String(body.length)}`,
    'content-length',
    String(to - from + 1),
  );
  response.writeHead(206, head);
  response.end(request.method === 'HEAD' ? undefined : body.subarray(from, to + 1));
  return true;
}

function readRange(range: string, length: number): { from: number; to: number } | 'outside' | null {
  const [, first, last] = /^bytes=(\d*)-(\d*)$/u.exec(range.replaceAll(' ', '')) ?? [];
  if (first === undefined || last === undefined || (first === '' && last === '')) return null;
  const from = first === '' ? Math.max(length - Number(last), 0) : Number(first);
  const to = first === '' || last === '' ? length - 1 : Math.min(Number(last), length - 1);
  if (from >= length || (first === '' && Number(last) === 0)) return 'outside';
  return from > to ? null : { from, to };
}

function without(headers: readonly string[], name: string): string[] {
  return headers.filter((_part, at) => headers[at - (at % 2)] !== name);
}
