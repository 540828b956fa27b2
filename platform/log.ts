import { randomBytes } from 'node:crypto';
import pino from 'pino';
import { describeError, type DescribedError } from './describe-error.ts';
import { env } from './env.ts';
import { requestId } from './request-context.ts';

/** Never written, wherever a caller puts them. */
const SECRET_KEYS = ['authorization', 'cookie', 'newPassword', 'password', 'passwordHash', 'secret', 'token'];

const REFERENCE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const REFERENCE_LENGTH = 8;

/**
 * The log of this program, on standard error: JSON lines in production, one readable line an event otherwise. Errors go
 * under `error`, where they are cut down to what may be kept.
 */
export const log = createLog(destination());

/** A log that writes elsewhere; only tests need another than `log`. */
export function createLog(stream: pino.DestinationStream): pino.Logger {
  const { LOG_LEVEL: level } = env();
  const redact = { paths: SECRET_KEYS.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]), censor: '***' };
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { error: describe, err: describe },
      errorKey: 'error',
      redact,
      hooks: { logMethod: guardMessage },
      mixin: nameRequest,
    },
    stream,
  );
}

/**
 * Writes down a failure that nobody foresaw, once, and gives the reference under which it is found again: letters and
 * digits that can be read aloud, shown to the person whose request failed.
 *
 * @param context - where it happened, for instance the name of a command; nothing that somebody typed
 */
export function logUnexpected(error: unknown, context: Record<string, string | number> = {}): string {
  const reference = makeReference();
  log.error({ ...context, reference, error }, 'unexpected');
  return reference;
}

function makeReference(): string {
  const letters = Array.from(randomBytes(REFERENCE_LENGTH), (byte) =>
    REFERENCE_LETTERS.charAt(byte % REFERENCE_LETTERS.length),
  );
  return letters.join('');
}

function describe(thrown: unknown): DescribedError {
  return describeError(thrown);
}

/** Lines of one request are found by its name. */
function nameRequest(): object {
  const request = requestId();
  return request === null ? {} : { request };
}

/** Left alone, pino repeats the message of an error where the event has none of its own, and would write all of it. */
function guardMessage(this: pino.Logger, args: Parameters<pino.LogFn>, write: pino.LogFn): void {
  const [first, ...rest] = args;
  const event: unknown = first instanceof Error ? { error: first } : first;
  const isNamed = typeof event === 'string' || typeof rest[0] === 'string';
  write.apply(this, isNamed ? [event, ...rest] : [event, 'failed']);
}

/** Written at once rather than later: a line that is still waiting is lost when the program ends. */
function destination(): pino.DestinationStream {
  const standardError = pino.destination({ dest: 2, sync: true });
  if (env().NODE_ENV === 'production') return standardError;
  return { write: (line) => standardError.write(readable(line)) };
}

function readable(line: string): string {
  const { level, time, pid, msg, ...rest } = asEvent(line);
  const details = Object.keys(rest).length === 0 ? '' : ` ${JSON.stringify(rest)}`;
  return `${time.slice('2026-01-01T'.length, -'Z'.length)} ${level} [${String(pid)}] ${msg ?? ''}${details}\n`;
}

interface LogEvent {
  level: string;
  time: string;
  pid: number;
  msg?: string;
}

/** Pino itself wrote the line, with the options above. */
function asEvent(line: string): LogEvent {
  return JSON.parse(line) as LogEvent;
}
