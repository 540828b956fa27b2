import { AsyncLocalStorage } from 'node:async_hooks';
import type { IncomingMessage } from 'node:http';
import { v7 as uuidv7 } from 'uuid';
import { oncePerProcess } from './once-per-process.ts';

/** The header in which the process in front of this one names a request. */
const REQUEST_ID_HEADER = 'x-request-id';

function requests(): AsyncLocalStorage<string> {
  return oncePerProcess('requests', () => new AsyncLocalStorage<string>());
}

/**
 * The name of the request that the calling code works for, the same in every line of the log, every statement and every line
 * of the trail; `null` outside of requests.
 */
export function requestId(): string | null {
  return requests().getStore() ?? null;
}

/**
 * Lets everything that follows from here work for a request. It keeps the name that it was sent with where that can be one,
 * so nobody can write anything else into a log or a statement.
 *
 * @remarks It lasts beyond the function that calls it: call it where a turn of the event loop belongs to one request.
 */
export function enterRequest({ headers }: Pick<IncomingMessage, 'headers'>): void {
  const given = headers[REQUEST_ID_HEADER];
  const isName = typeof given === 'string' && /^[\w-]{8,64}$/u.test(given);
  requests().enterWith(isName ? given : uuidv7());
}

/**
 * The same function, working for the request that is worked for now whoever calls it later.
 *
 * @remarks Node 20 forgets the request where a promise is resolved with something that is merely awaitable, such as a query
 * that a function returns without awaiting it.
 */
export function keepRequest<Args extends unknown[], Result>(
  work: (...args: Args) => Result,
): (...args: Args) => Result {
  return requestId() === null ? work : AsyncLocalStorage.bind(work);
}
