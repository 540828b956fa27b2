import { createHmac, timingSafeEqual } from 'node:crypto';

const SECONDS_MAX = 30;

/** Signs a session token for the moment it takes to put it into the cookie. */
export function writeTicket(token: string, secret: string, now: Date): string {
  const body = `${token}.${String(Math.floor(now.getTime() / 1000) + SECONDS_MAX)}`;
  return `${body}.${sign(body, secret)}`;
}

/** The session token of a ticket; `null` where it was not signed here or is too old. */
export function readTicket(ticket: unknown, secret: string, now: Date): string | null {
  if (typeof ticket !== 'string') return null;
  const { body, token, until, signature } =
    /^(?<body>(?<token>[\w-]+)\.(?<until>\d+))\.(?<signature>[\w-]+)$/u.exec(ticket)?.groups ?? {};
  if (body === undefined || token === undefined || signature === undefined) return null;
  const [given, expected] = [Buffer.from(signature), Buffer.from(sign(body, secret))];
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return Number(until) * 1000 < now.getTime() ? null : token;
}

function sign(body: string, secret: string): string {
  // The prefix keeps the key's other uses apart.
  return createHmac('sha256', secret).update(`session ticket\n${body}`).digest('base64url');
}
