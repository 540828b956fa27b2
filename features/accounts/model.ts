import { createHash, randomBytes } from 'node:crypto';
import { isIPv4, isIPv6 } from 'node:net';

/** How long a session lasts without a request, and at the longest. */
export const SESSION_MINUTES = { idle: 60, longest: 12 * 60 } as const;

/** A request keeps a session alive; that is written down only when this much has passed since it was last written. */
export const SESSION_KEEP_MINUTES = 5;

/** What a link that works once is for. */
export const LINK_PURPOSES = ['administrator', 'password'] as const;

/** What a link that works once is for: the first administrator's account, or a new password. */
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** How long a link may wait to be used. */
export const LINK_MINUTES: Record<LinkPurpose, number> = { administrator: 24 * 60, password: 60 };

/** A point in time some minutes later. */
export function minutesAfter(instant: Date, minutes: number): Date {
  return new Date(instant.getTime() + minutes * 60_000);
}

/** A secret that nobody can guess: 256 random bits in letters that an address and a cookie can hold. */
export function makeToken(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a token: who reads the database cannot sign in with it. */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

/** An e-mail address as accounts are found by it, however it was typed. */
export function normaliseEmail(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/**
 * The part of a network address that one customer of a provider has: all of IPv4, the first 64 bits of IPv6.
 *
 * @returns `null` for what is no address
 */
export function networkOf(address: string): string | null {
  const mapped = /^::ffff:(?<ipv4>[\d.]+)$/iu.exec(address)?.groups?.['ipv4'];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  if (isIPv4(address)) return address;
  const [bare = ''] = address.split('%');
  return isIPv6(bare) ? groupsOf(bare.toLowerCase()).slice(0, 4).join(':') : null;
}

/** The eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head, tail] = address.split('::').map((half) => (half === '' ? [] : half.split(':')));
  const start = head ?? [];
  const end = tail ?? [];
  const left = Array.from({ length: 8 - start.length - end.length }, () => '0');
  return [...start, ...left, ...end].map((group) => group.replace(/^0+(?=.)/u, ''));
}

/** Which mails somebody wishes: one for each notice, one a day, or none. */
export const MAILINGS = ['each', 'daily', 'none'] as const;

/** Which mails somebody wishes. */
export type Mailing = (typeof MAILINGS)[number];
