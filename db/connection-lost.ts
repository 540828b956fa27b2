/**
 * Why there is no answer: `unreachable` (no connection could be made), `closed` (it broke), `deadline` (no answer in
 * time), `noneFree` (all connections of the pool were busy for too long).
 */
export type LossReason = 'closed' | 'deadline' | 'noneFree' | 'unreachable';

/** The connection is gone, and with it whatever was not committed. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost';
  readonly code = 'CONNECTION_LOST';
  readonly reason: LossReason;
  /** Whether the statement may have reached the server, so that nobody knows whether it was done. */
  readonly sent: boolean;

  constructor(reason: LossReason, sent: boolean, cause?: unknown) {
    super(`the database connection was lost (${reason})`, { cause });
    this.reason = reason;
    this.sent = sent;
  }
}

/** The `code` of an error or of the nearest of its causes that has one: Postgres's five characters or the system's word. */
export function findErrorCode(thrown: unknown): string | null {
  for (const error of causesOf(thrown)) {
    const code: unknown = Reflect.get(error, 'code');
    if (typeof code === 'string') return code;
  }
  return null;
}

/** The loss among an error and its causes, or `null`: layers above wrap what they catch. */
export function findLoss(thrown: unknown): ConnectionLost | null {
  return causesOf(thrown).find(isLoss) ?? null;
}

/** By its code and not by its class: Next loads this file once a bundle, and bundles share their connections. */
function isLoss(error: Error): error is ConnectionLost {
  return Reflect.get(error, 'code') === 'CONNECTION_LOST';
}

const DRIVER_OR_SOCKET =
  /^(?:CONNECTION_|CONNECT_TIMEOUT|SASL_|ECONN|EPIPE|EPROTO|ENOTFOUND|EAI_|EHOST|ENET|ETIMEDOUT)/u;
const TLS = /^(?:CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS|ERR_SSL)/u;
const SESSION_ENDED = /^(?:57P|08|25P0[34])/u;

/**
 * Whether an error means that the connection is of no use any more: one of the driver's or the socket's own, the server's
 * word that it ends the session (classes 08 and 57P; 25P03 and 25P04 are its timeouts), or anything it calls fatal.
 */
export function isConnectionFault(thrown: unknown): boolean {
  if (!(thrown instanceof Error)) return false;
  const severity: unknown = Reflect.get(thrown, 'severity');
  if (severity === 'FATAL' || severity === 'PANIC') return true;
  const code: unknown = Reflect.get(thrown, 'code');
  if (typeof code !== 'string') return false;
  return DRIVER_OR_SOCKET.test(code) || TLS.test(code) || SESSION_ENDED.test(code);
}

function causesOf(thrown: unknown): Error[] {
  const chain: Error[] = [];
  let error = thrown;
  while (error instanceof Error && chain.length < 6) {
    chain.push(error);
    error = error.cause;
  }
  return chain;
}
